"""Benchmark: placement of 1,000 companies in 31 clusters, solved to proved optimality and explained.

``python benches/placement.py [companies] [runs]`` writes the section "Placement" of docs/benchmarks.md. The peer takes
every company in turn to its best cluster that still has room.
"""

from __future__ import annotations

import os
import random
import statistics
import sys
import time
import tomllib
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benches.sections import write_section
from zgc_desktop.bootstrap import load_catalogue
from zgc_desktop.domain.catalogue import Catalogue
from zgc_desktop.domain.matching import Model, Room, Wish, build, explain, read_scoring, total
from zgc_desktop.services.match_solver import solve

ROOT = Path(__file__).resolve().parent.parent
TITLES = ("Case", "Build", "Solve", "Explain", "Together", "Score", "Bound", "Gap", "Greedy peer")


def case(catalogue: Catalogue, companies: int, seed: int) -> Model:
    """Companies with wishes of every kind; room for about half of what they ask."""
    chance = random.Random(seed)
    clusters, modes = list(catalogue.clusters.values()), list(catalogue.modes)
    wishes = []
    for n in range(companies):
        home = chance.choice(clusters)
        wishes.append(
            Wish(
                f"{n:018d}", f"企业{n}", home.park, home.name, chance.choice(list(catalogue.industries)),
                chance.randrange(200, 20_000), tuple(chance.sample(modes, chance.randrange(3))),
                tuple(chance.sample(list(catalogue.carriers), chance.randrange(2))), stay=chance.random() < 0.8,
            )
        )  # fmt: skip
    free = companies * 10_000 // 2 // len(clusters)
    rooms = [Room(c.name, c.park, c.industries, c.modes, c.carriers, chance.randrange(free // 4, 2 * free)) for c in clusters]
    path = ROOT / "resources" / "rules" / "placement" / "scoring.toml"
    return build(wishes, rooms, read_scoring(tomllib.loads(path.read_text(encoding="utf-8")), path.name))


def greedy(model: Model) -> int:
    """The peer's summed score."""
    left = {c: r.free_m2 for c, r in model.rooms.items()}
    chosen = []
    for n in range(len(model.wishes)):
        for option in sorted(model.open(n), key=lambda o: -o.score):
            need = model.need(n, option)
            if not option.cluster or need <= left[option.cluster]:
                if option.cluster:
                    left[option.cluster] -= need
                chosen.append(option)
                break
    return total(chosen)


def main() -> None:
    """Measure and write the section."""
    companies = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    runs = int(sys.argv[2]) if len(sys.argv) > 2 else 5
    catalogue = load_catalogue(ROOT / "resources")
    lines = []
    for seed in range(runs):
        start = time.perf_counter()
        model = case(catalogue, companies, seed)
        built = time.perf_counter()
        solution = solve(model)
        solved = time.perf_counter()
        explain(model, solution)
        told = time.perf_counter()
        peer = greedy(model)
        lines.append((built - start, solved - built, told - solved, told - start, solution.score, solution.bound, peer))
    body = (
        f"`python benches/placement.py {companies} {runs}`: {companies:,} companies × {len(catalogue.clusters)} clusters, "
        f"{runs} cases, seconds; {os.cpu_count()} cores. Gap = bound - score; 0 is proved to be the best.\n\n"
        f"| {' | '.join(TITLES)} |\n{'|---' * len(TITLES)}|\n"
        + "\n".join(
            f"| {n} | {b:.2f} | {s:.2f} | {e:.2f} | {a:.2f} | {score:,} | {bound:,} | {bound - score} | {peer:,} |"
            for n, (b, s, e, a, score, bound, peer) in enumerate(lines, start=1)
        )
        + f"\n\nMedian together: {statistics.median(x[3] for x in lines):.2f} s, worst {max(x[3] for x in lines):.2f} s."
    )
    write_section("Placement", body)
    print(body)


if __name__ == "__main__":
    main()
