"""Drafting one paper: its Markdown, what is missing, what is held back, what it cites, and why it is not ready."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from hashlib import sha256
from importlib import resources
from pathlib import Path
from typing import Any, Literal

from nolle.counsel.opinion import Opinion, opinion
from nolle.facts.casefile import CaseFile
from nolle.law.authorities import InForce
from nolle.law.procedure.orders import Ordered
from nolle.logic import Lang, Missing, Truth

from .advisals import ASKING, FORMS
from .blocks import Blocks
from .citing import Cited, Citer
from .kinds import Kind, kind
from .ordered import Set, orders_of, to_confirm
from .telling import Exhibit, Gap, Md, Release, Teller, held_class, plain

TEMPLATES = "templates"
_STYLE = re.compile(r"\A---\nstyle: (\w+)\n---\n")


NO_COUNSEL = "the file names no counsel: this paper speaks through counsel, and is not written for a client alone"
UNREVIEWED = (
    "the words of this letter: the English needs review by an attorney, the Spanish by a qualified legal translator, "
    "before any use with a client"
)


class PaperError(ValueError):
    """A paper cannot be drafted as asked; the message says what to mend."""


@dataclass(frozen=True, slots=True)
class Override:
    """A named attorney's decision to go on although ``what`` (``exposure`` or ``stale-law``) stands against it."""

    what: Literal["exposure", "stale-law"]
    why: str
    by: str


@dataclass(frozen=True, slots=True)
class Draft:
    """One paper as drafted. ``markdown`` is pandoc Markdown; ``style`` chooses its look.

    ``told`` are the facts it tells, in words; ``held`` those kept out, with the class that holds them; ``exposure``
    the three answers on the date; ``orders`` the days that the judge has set. ``bound`` is a paper for a packet, which
    numbers the pages and has the index. ``problems`` say why it is not ready; none means that counsel may approve it.
    """

    kind: Kind
    variant: str | None
    lang: Lang
    on: date
    circuit: str | None
    style: str
    markdown: str
    gaps: tuple[Gap, ...]
    confirm: tuple[str, ...]
    told: dict[str, str]
    held: dict[str, str]
    releases: tuple[Release, ...]
    overrides: tuple[Override, ...]
    exhibits: tuple[Exhibit, ...]
    cited: tuple[Cited, ...]
    left_out: tuple[InForce, ...]
    exposure: dict[str, Truth]
    template: str
    law: str
    supervisor: str | None
    opinion: Opinion
    orders: tuple[Set, ...] = ()
    bound: bool = False

    @property
    def problems(self) -> tuple[str, ...]:
        """Why the paper is not ready, each in one sentence."""
        by = {o.what for o in self.overrides}
        found = [f"{_COUNTED[g.kind]}: {g.words}" for g in self.gaps]
        open_ = [id.replace("_", " ") for id, truth in self.exposure.items() if truth is not False]
        if self.kind.exposure_gate and open_ and "exposure" not in by:
            found.append(f"exposure is yes or unknown ({', '.join(open_)}): an attorney must override it by name")
        stale = [c.id for c in self.cited if c.stale]
        if stale and "stale-law" not in by:
            found.append(
                f"no attorney has reviewed the law it cites ({', '.join(stale)}): an override by name is needed"
            )
        return tuple(found)


_COUNTED = {
    "missing": "missing",
    "held": "held back",
    "counsel": "counsel has still to write",
    "proof": "no exhibit yet",
    "law": "law to confirm",
}


def draft(
    kind_id: str,
    case: CaseFile,
    on: date,
    *,
    lang: Lang = "en",
    releases: Sequence[Release] = (),
    overrides: Sequence[Override] = (),
    exhibits: Sequence[Exhibit] = (),
    templates: Path | None = None,
    circuit: str | None = None,
    asking: str | None = None,
    about: str | None = None,
    variant: str | None = None,
    supervisor: str | None = None,
    orders: Mapping[str, Ordered] | None = None,
    bound: bool = False,
) -> Draft:
    """Draft a paper for one case on a date.

    Args:
        kind_id: which paper.
        case: the case file.
        on: the paper's date; the law and the case as they stood.
        lang: a language the paper is written in.
        releases: facts that may leave although their class is held back.
        overrides: what a named attorney decided to go on in spite of.
        exhibits: the exhibits with their tabs; without them tabs follow the sources of the facts used.
        templates: a folder whose ``<kind>.md`` stands in place of ours.
        circuit: the circuit, unless the case's own.
        asking: the form of discretion asked for or offered, one of ``FORMS``; the motion's own unless given.
        about: the kind of motion that an order or a certificate goes with; of a variant ``kind.variant``.
        variant: another form of the same paper, such as ``email`` of the request.
        supervisor: who supervises, as printed.
        orders: what the judge has set, by the id of the deadline it replaces.
        bound: the paper goes into a packet, whose index stands in place of its own table of exhibits.

    Raises:
        UnknownKind: no such paper.
        PaperError: a variant or a language it is not written in, a release or an override without a name and a reason,
            orders that cannot be, or a template that cannot be filled in.
    """
    chosen = as_titled(kind(kind_id), variant)
    _check(chosen, lang, releases, overrides, asking)
    found = opinion(case, on, circuit=circuit, supervisor=supervisor)
    if about is not None and chosen.id == "evidence_index" and not exhibits:
        exhibits = draft(
            _parted(about)[0], case, on, releases=releases, templates=templates, circuit=circuit, asking=asking
        ).exhibits
    teller = Teller(found, lang, chosen.audience != "client", tuple(releases), list(exhibits))
    citer = Citer(teller, on, found.circuit)
    asking = asking or _asked_for(teller)
    if chosen.id == "pd_request" and asking is None:
        raise PaperError(f"a request names one form of discretion: say which with --asking {', '.join(FORMS)}.")
    motion = as_titled(kind(_parted(about)[0]), _parted(about)[1]) if about else None
    standing = orders_of(case, on, orders, found.circuit) if orders else ()
    teller.confirm += to_confirm(teller, standing)
    source, style = _template(chosen, lang, templates, variant)
    if chosen.audience == "client":
        teller.confirm.append(UNREVIEWED)
    elif isinstance(teller.cell("party.counsel_name").answer, Missing):
        teller.confirm.append(NO_COUNSEL)
    markdown = _filled(source, Blocks(teller, chosen, asking, bound, standing), citer, asking, motion)
    return Draft(
        kind=chosen,
        variant=variant,
        lang=lang,
        on=on,
        circuit=found.circuit,
        style=style,
        markdown=markdown,
        gaps=tuple(teller.gaps),
        confirm=tuple(teller.confirm),
        told=teller.told,
        held=teller.held,
        releases=tuple(releases),
        overrides=tuple(overrides),
        exhibits=tuple(teller.exhibits),
        cited=tuple(citer.cited.values()),
        left_out=tuple(f for id, f in citer.left_out.items() if id not in citer.cited),
        exposure={e.exposure.id: e.root.truth for e in found.exposure},
        template=sha256(source.encode()).hexdigest()[:16],
        law=found.law,
        supervisor=supervisor,
        opinion=found,
        orders=standing,
        bound=bound,
    )


def style_of(kind_id: str, lang: str = "en", variant: str | None = None) -> str:
    """The look of a paper, as its template names it.

    Raises:
        UnknownKind: no such paper.
        PaperError: no such variant.
    """
    return _template(kind(kind_id), lang, None, variant)[1]


def title_of(chosen: Kind) -> str:
    """What a paper is called in a bookmark or an index: its label without what stands in parentheses."""
    return chosen.label.partition(" (")[0]


def as_titled(chosen: Kind, variant: str | None) -> Kind:
    """The kind with the title of one of its forms: a joint motion says so."""
    return replace(chosen, label=f"Joint {chosen.label}") if variant == "joint" else chosen


def _parted(about: str) -> tuple[str, str | None]:
    id, _, variant = about.partition(".")
    return id, variant or None


def source_of(kind_id: str, lang: str = "en", templates: Path | None = None, variant: str | None = None) -> str:
    """The template of a paper, an office's own where its folder has one.

    Raises:
        UnknownKind: no such paper.
        PaperError: no such variant.
    """
    return _template(kind(kind_id), lang, templates, variant)[0]


def _check(
    chosen: Kind, lang: str, releases: Sequence[Release], overrides: Sequence[Override], asking: str | None
) -> None:
    if lang not in chosen.languages:
        raise PaperError(
            f"{chosen.id} is written in English only: leave --lang out, and have it explained to the client."
        )
    for release in releases:
        if not (release.why.strip() and release.by.strip()):
            raise PaperError(f"releasing {release.fact} needs a reason (--why) and a name (--by).")
        held_class(release.fact)
    for override in overrides:
        if not (override.why.strip() and override.by.strip()):
            raise PaperError(f"overriding {override.what} needs a reason (--why) and a name (--by).")
    if asking is not None and asking not in FORMS:
        raise PaperError(f"{asking!r} is no form of discretion that papers know: {', '.join(FORMS)}.")


def _asked_for(teller: Teller) -> str | None:
    answer = teller.cell("case.motion_kind").answer
    return ASKING.get(answer) if isinstance(answer, str) else None


def _template(chosen: Kind, lang: str, folder: Path | None, variant: str | None = None) -> tuple[str, str]:
    name = ".".join(part for part in (chosen.id, variant, None if lang == "en" else lang, "md") if part)
    own = folder / name if folder is not None else None
    if own is not None and own.is_file():
        try:
            text = own.read_text("utf-8")
        except (OSError, ValueError) as error:
            raise PaperError(f"{own} cannot be read ({error}): save it as UTF-8 text.") from None
    else:
        ours = resources.files(__package__).joinpath(TEMPLATES, name)
        if not ours.is_file():
            has = ", ".join(one.id for one in chosen.written) or "none"
            raise PaperError(f"{chosen.id} has no variant {variant!r}. Its variants: {has}.")
        text = ours.read_text("utf-8")
    head = _STYLE.match(text)
    if head is None or head[1] not in STYLES:
        raise PaperError(f"{own or name} must begin with the lines ---, style: {' or '.join(STYLES)}, ---.")
    return text[head.end() :], head[1]


STYLES = ("court", "order", "form", "letter", "client", "card")


def _filled(source: str, blocks: Blocks, citer: Citer, asking: str | None, motion: Kind | None) -> str:
    """The template with its places filled in. Whatever a place gives is made plain unless it is Markdown already."""
    import jinja2
    from jinja2.sandbox import SandboxedEnvironment

    teller = blocks.teller
    ours = resources.files(__package__).joinpath(TEMPLATES, "equities.md").read_text("utf-8")
    environment = SandboxedEnvironment(
        undefined=jinja2.StrictUndefined,
        loader=jinja2.DictLoader({"equities": ours}),
        lstrip_blocks=True,
        comment_start_string="<!--#",
        comment_end_string="#-->",
        finalize=lambda value: value if isinstance(value, Md) else plain(str(value)),
        autoescape=False,
    )
    places: dict[str, Any] = {
        "fact": teller.fact,
        "given": teller.given,
        "yes": teller.true,
        "code": teller.code,
        "gap": teller.gap,
        "counsel": teller.counsel,
        "exhibit": teller.exhibit,
        "cite": citer.cite,
        "cites": citer.cites,
        "law": citer.law,
        "b": blocks,
        "kind": blocks.kind,
        "asking": asking,
        "motion": motion,
        "names": lambda entity: [row.id for row in teller.opinion.asked.case.rows(entity)],
        "whole": teller.opinion.asked.case.complete,
        "heading": lambda id: plain(_heading(blocks.kind, id, teller.lang)),
        "shown": lambda against=False: equities(blocks, environment, places, against),
        "date": blocks.teller.opinion.as_of,
        "md": Md,
    }
    try:
        filled = environment.from_string(source).render(places)
    except jinja2.TemplateError as error:
        line = f", line {error.lineno}" if isinstance(error, jinja2.TemplateSyntaxError) else ""
        raise PaperError(f"the template of {blocks.kind.id}{line} cannot be filled in: {error}") from None
    for found, better in _TIDY:
        filled = found.sub(better, filled)
    return filled


_TIDY = (
    (re.compile(r"([ap]\.m\.)\."), r"\1"),
    (re.compile(r"(?<=\S) +(?=[.,;:](?:\s|$))", re.M), ""),
    (re.compile(r"^#{2,3} Exhibits\s+(?=:{3,}[ \t]*$|\Z)", re.M), ""),
    (re.compile(r"\n{3,}"), "\n\n"),
)
"""What places leave behind that are empty, or end in a point of their own; a heading over no table of exhibits."""


def equities(blocks: Blocks, environment: Any, places: dict[str, Any], against: bool) -> list[Md]:
    """Each factor shown as a paragraph: in the template's own words where it has some, else fact by fact."""
    ours = environment.get_template("equities", globals=places).module
    said = []
    for weighed, speaking in blocks.weighed(against):
        macro = getattr(ours, weighed.factor.id, None)
        if macro is None or against:
            said.append(blocks.factor(weighed, speaking))
            continue
        words = str(macro()).strip()
        if words:
            for name in speaking:
                blocks.teller.tell(name)
            pinned = "" if PROVED.search(words) else blocks.proof(weighed, speaking)
            said.append(Md(f"{' '.join(words.split())} {pinned}".strip()))
    return said


PROVED = re.compile(r"\(Exhibits? |\[Exhibit: ")


def _heading(chosen: Kind, id: str, lang: str) -> str:
    section = next((s for s in chosen.sections if s.id == id), None)
    if section is None:
        raise PaperError(f"{chosen.id} has no section {id!r}: {', '.join(s.id for s in chosen.sections)}.")
    return section.heading[lang] if section.heading else section.asks
