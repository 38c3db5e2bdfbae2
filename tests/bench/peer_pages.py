"""The pages that ``peers.py`` sets beside the dashboard: each a Streamlit script that draws a given graph and answers a click."""

COLOURS = ("#ff00ff", "#00ffff")  # of the two who are clicked: nothing else on a page has them
BEGIN = """
import json
from pathlib import Path

import streamlit as st

@st.cache_resource
def given():
    return json.loads(Path({given!r}).read_text(encoding="utf-8"))

st.set_page_config(layout="wide")
nodes, edges, told = given()
left, right = st.columns([3, 2])
"""
AGRAPH, LINKS, PYVIS = "streamlit-agraph", "st-link-analysis", "components.html(pyvis)"
PEERS = {
    AGRAPH: """
from streamlit_agraph import Config, Edge, Node, agraph

@st.cache_resource
def drawing():
    lines = [Edge(row["from"], row["to"], id=row["id"]) for row in edges]
    straight = {"smooth": False, "arrows": {"to": {"enabled": False}}}
    return [Node(**row) for row in nodes], lines, Config(width=760, height=620, physics=False, edges=straight, groups={})

with left:
    chosen = agraph(*drawing())
""",
    LINKS: """
from st_link_analysis import EdgeStyle, Event, NodeStyle, st_link_analysis

@st.cache_resource
def drawing():
    def node(row):
        data = {"id": row["id"], "label": row.get("color", "node"), "name": row["label"]}
        return {"data": data, "position": {"x": row["x"], "y": row["y"]}}

    lines = [{"data": {"id": row["id"], "source": row["from"], "target": row["to"], "label": "line"}} for row in edges]
    kinds = {row.get("color", "node"): row.get("color") for row in nodes}
    styles = [NodeStyle(kind, colour, caption="name") for kind, colour in kinds.items()]
    return {"nodes": [node(row) for row in nodes], "edges": lines}, {"name": "preset", "padding": 20}, styles

with left:
    line = EdgeStyle("line", curve_style="haystack")
    event = st_link_analysis(*drawing(), [line], height=620, key="network", events=[Event("chosen", "tap", "node")])
chosen = event["data"]["target_id"] if event else None
""",
    PYVIS: """
from pyvis.network import Network
from streamlit.components.v1 import html

@st.cache_resource
def drawing():
    network = Network(height="620px", width="100%", cdn_resources="in_line")
    network.set_options('{"physics": {"enabled": false}, "edges": {"smooth": false}}')
    for row in nodes:
        network.add_node(row["id"], **{key: value for key, value in row.items() if key != "id"})
    network.edges.extend(edges)
    return network.generate_html(notebook=False)

with left:
    html(drawing(), height=640)
chosen = None
""",
}
END = """
if chosen in told:
    with right.container(key="proofs"):
        st.write(told[chosen])
"""
# Where on the canvas a colour stands: the middle of its pixels.
FIND = """
([red, green, blue]) => {
    for (const canvas of document.querySelectorAll("canvas")) {
        const { data, width } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
        const found = [];
        for (let at = 0; at < data.length; at += 4) {
            if (data[at] === red && data[at + 1] === green && data[at + 2] === blue && data[at + 3] === 255) found.push(at / 4);
        }
        if (!found.length) continue;
        const middle = (of) => found.reduce((sum, at) => sum + of(at), 0) / found.length;
        const box = canvas.getBoundingClientRect();
        const scale = box.width / width;
        return { x: box.left + middle((at) => at % width) * scale, y: box.top + middle((at) => Math.floor(at / width)) * scale };
    }
}
"""


def script(peer: str, given: str) -> str:
    """The page of a peer, for a file of JSON: [nodes and edges as vis-network takes them, {node: Markdown to write at a click on it}]."""
    return BEGIN.format(given=given) + PEERS[peer] + END
