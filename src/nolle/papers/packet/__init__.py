"""A packet: papers, index, tabs and exhibits bound as one PDF that a court or OPLA can take."""

from .bind import Bound, bind
from .errors import PacketError, Refused
from .plan import Exhibit, Packet, Paper, read_packet
from .sections import Lack

__all__ = ["Bound", "Exhibit", "Lack", "Packet", "PacketError", "Paper", "Refused", "bind", "read_packet"]
