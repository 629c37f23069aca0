using Companion.Workflows.Outcomes;

namespace Companion.Workflows.Tests.Outcomes;

/// <summary>
/// Somebody who has only the published report and wants a number that is hidden. Everything that adds up is an equation; whatever the
/// equations leave one value for is found out.
/// </summary>
internal sealed class Attacker
{
    private readonly List<(List<int> Plus, List<int> Minus, double Sum)> equations = [];
    private readonly List<string> names = [];

    public List<string> FoundOut { get; } = [];

    public static Attacker On(OutcomeReport report)
    {
        var attacker = new Attacker();
        var people = attacker.Named("people", report.People);
        foreach (var item in report.Items)
        {
            var begun = attacker.Answered(item.Item, people, item.Baseline);
            foreach (var wave in item.Waves)
            {
                var name = $"{item.Item}/{wave.Week}";
                var pairs = attacker.Answered(name, begun, wave.Pairs);
                attacker.Moved(name, item, pairs, wave.Movement);
            }
        }

        attacker.Solve();
        return attacker;
    }

    private Cell Answered(string name, Cell total, Answered answered)
    {
        var people = Named(name, answered.People);
        var missing = Named(name + " missing", answered.Missing);
        AddUp(name, total, [people, missing, Named(name + " not due", answered.NotDueYet)]);
        AddUp(name + " missing", missing, [.. answered.Reasons.Select(part => Named($"{name} {part.Of}", part.People))]);
        AddUp(name + " modes", people, [.. answered.Modes.Select(part => Named($"{name} {part.Of}", part.People))]);
        return people;
    }

    private void Moved(string name, ItemEvidence item, Cell pairs, Movement movement)
    {
        Cell[] groups = [Named(name + " better", movement.Better), Named(name + " same", movement.Same), Named(name + " worse", movement.Worse)];
        AddUp(name + " moved", pairs, groups);
        var bands = item.Bands.ToList();
        var cells = movement.Moves.Select(move => (
            Group: move.Before == move.After ? 1 : bands.IndexOf(move.After) > bands.IndexOf(move.Before) == item.HigherIsBetter ? 0 : 2,
            Cell: Named($"{name} {move.Before}>{move.After}", move.People))).ToList();
        for (var group = 0; group < 3; group++)
        {
            AddUp($"{name} group {group}", groups[group], [.. cells.Where(cell => cell.Group == group).Select(cell => cell.Cell)]);
        }
    }

    private Cell Named(string name, Figure figure)
    {
        if (figure.Value is { } value)
        {
            return new Cell(value, -1);
        }

        names.Add(name);
        return new Cell(null, names.Count - 1);
    }

    private void AddUp(string name, Cell total, Cell[] parts)
    {
        var hidden = parts.Count(part => part.Value is null);
        var rest = (total.Value ?? 0) - parts.Sum(part => part.Value ?? 0);
        if (total.Value is not null && hidden > 0 && (rest < 5 || rest == hidden))
        {
            FoundOut.Add($"{name}: {hidden} hidden are {rest} together"); // few, or one each
        }

        equations.Add(([.. parts.Where(part => part.Value is null).Select(part => part.Unknown)], total.Value is null ? [total.Unknown] : [], rest));
    }

    // Gauss and Jordan: a row with one unknown left gives it away.
    private void Solve()
    {
        var rows = equations.ConvertAll(equation =>
        {
            var row = new double[names.Count];
            equation.Plus.ForEach(at => row[at]++);
            equation.Minus.ForEach(at => row[at]--);
            return row;
        });
        var used = 0;
        for (var column = 0; column < names.Count && used < rows.Count; column++)
        {
            var pivot = rows.FindIndex(used, row => Math.Abs(row[column]) > 1e-9);
            if (pivot < 0)
            {
                continue;
            }

            (rows[used], rows[pivot]) = (rows[pivot], rows[used]);
            rows[used] = [.. rows[used].Select(value => value / rows[used][column])];
            for (var other = 0; other < rows.Count; other++)
            {
                var factor = rows[other][column];
                if (other != used && Math.Abs(factor) > 1e-9)
                {
                    rows[other] = [.. rows[other].Zip(rows[used], (value, by) => value - (factor * by))];
                }
            }

            used++;
        }

        foreach (var row in rows.Where(row => row.Count(value => Math.Abs(value) > 1e-9) == 1))
        {
            FoundOut.Add(names[Array.FindIndex(row, value => Math.Abs(value) > 1e-9)]);
        }
    }

    private readonly record struct Cell(int? Value, int Unknown);
}
