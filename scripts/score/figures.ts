/** Counts what is right, by what is measured and by group. */
export interface Figures {
  /** @returns counts one measurement of this group; `which` says in a line what is not right */
  of(group: string): (what: string, isRight: boolean, which: string) => void;
  /** A row for each thing measured: how many are right, the goal, and whether it is reached. */
  table(): string;
  /** A row for each group, a column for each thing. */
  groups(): string;
  /** What was not right, in the order of counting. */
  wrong(): readonly string[];
}

interface Figure {
  right: number;
  all: number;
}

/** @param goals what is measured, and how much of it should be right, in per cent */
export function createFigures(goals: Readonly<Record<string, number>>): Figures {
  const total = new Map<string, Figure>();
  const byGroup = new Map<string, Map<string, Figure>>();
  const wrong: string[] = [];

  const add = (figures: Map<string, Figure>, what: string, isRight: boolean): void => {
    const figure = figures.get(what) ?? { right: 0, all: 0 };
    figures.set(what, { right: figure.right + Number(isRight), all: figure.all + 1 });
  };

  return {
    of(group) {
      const own = byGroup.get(group) ?? new Map<string, Figure>();
      byGroup.set(group, own);
      return (what, isRight, which) => {
        add(total, what, isRight);
        add(own, what, isRight);
        if (!isRight) wrong.push(which);
      };
    },
    table() {
      const measured = Object.entries(goals).filter(([what]) => total.has(what));
      const rows = measured.map(([what, goal]) => {
        const figure = total.get(what) ?? { right: 0, all: 0 };
        const share = shareOf(figure);
        return [
          what.padEnd(22),
          `${figure.right} of ${figure.all}`.padStart(16),
          `${share.toFixed(2)} %`.padStart(10),
          `goal ${goal} %`.padStart(14),
          share >= goal ? '' : '  missed',
        ].join('');
      });
      return rows.join('\n');
    },
    groups() {
      const width = Math.max(...[...byGroup.keys()].map((name) => name.length), 0) + 1;
      const columns = Object.keys(goals);
      const head = ''.padEnd(width) + columns.map((name) => short(name)).join('');
      const rows = [...byGroup].map(([name, figures]) => {
        const cells = columns.map((column) => {
          const figure = figures.get(column);
          return (figure ? shareOf(figure).toFixed(1) : '–').padStart(9);
        });
        return name.padEnd(width) + cells.join('');
      });
      return [head, ...rows].join('\n');
    },
    wrong: () => wrong,
  };
}

function shareOf({ right, all }: Figure): number {
  return all === 0 ? 100 : (100 * right) / all;
}

function short(name: string): string {
  return name.slice(0, 8).padStart(9);
}
