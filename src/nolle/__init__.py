"""nolle: the law of prosecutorial discretion in immigration court, asked and answered with reasons.

A table of contents, from the ground up. Each room imports only from the rooms below it.

- `nolle.logic`: rules that can say "unknown", judged for one case or for columns of cases
- `nolle.facts`: what can be known about a case, and reading it from files
- `nolle.law`: what the law says, with its dates and circuits
- `nolle.counsel`: asking the law: an opinion on one case, the next best question, a docket
- `nolle.cli`: the `nolle` command

Importing this package loads none of them.
"""

__version__ = "0.1.0.dev0"
