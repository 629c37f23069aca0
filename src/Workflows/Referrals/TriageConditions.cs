using System.Reflection;
using Companion.Dialogs.Referrals;
using Companion.Dialogs.Talking;
using Companion.Dialogs.Understanding;

namespace Companion.Workflows.Referrals;

/// <summary>Turns the tests of a rule, as they are written in configuration, into functions.</summary>
internal static class TriageConditions
{
    private const string Anything = "*";

    private static readonly HashSet<string> SlotNames = [.. typeof(ReferralSlots)
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => (string)field.GetRawConstantValue()!)];

    private static readonly HashSet<string> NeedNames = [.. Enum.GetValues<Need>().Select(NeedsReader.Label)];

    private static readonly string[] Counted = ["age", "needs", "needs.only", "needs.count", "words"];

    /// <summary>Reads the tests; what is wrong with them is added to <paramref name="faults"/>.</summary>
    public static IReadOnlyList<Func<TriageFacts, bool>> Read(string where, Dictionary<string, string> tests, List<string> faults) =>
        [.. tests.Where(test => !string.IsNullOrWhiteSpace(test.Value)).Select(test => Test($"{where}:{test.Key}", test.Key, test.Value, faults))];

    private static Func<TriageFacts, bool> Test(string where, string field, string written, List<string> faults)
    {
        var any = written.Split('|', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        switch (field)
        {
            case "age":
                var ages = Range(where, written, faults);
                return facts => ages.From <= facts.Age && facts.Age <= ages.To;
            case "needs.count":
                var counts = Range(where, written, faults);
                return facts => counts.From <= facts.Needs.Count && facts.Needs.Count <= counts.To;
            case "needs":
                AreNeeds(where, any, faults);
                return facts => facts.Needs.Overlaps(any);
            case "needs.only":
                AreNeeds(where, any, faults);
                return facts => facts.Needs.Count > 0 && facts.Needs.IsSubsetOf(any);
            case "words":
                return facts => facts.Words.Any(words => Gist.Has(words, any));
            case var slot when SlotNames.Contains(slot):
                return facts => Holds(facts[slot], any);
            default:
                faults.Add($"{where}: there is no field '{field}'; the fields are {string.Join(", ", Counted.Concat(SlotNames.Order()))}.");
                return _ => false;
        }
    }

    // A slot with several values ("hearing,sight") holds each of them.
    private static bool Holds(string? value, string[] any) =>
        value is not null
        && (any.Contains(Anything) ? value is not ("" or "none" or "no") : value.Split(',').Intersect(any).Any());

    private static (int From, int To) Range(string where, string written, List<string> faults)
    {
        var text = written.Trim();
        if (text.EndsWith('+') && int.TryParse(text[..^1], out var least))
        {
            return (least, int.MaxValue);
        }

        if (text.Split('-') is [var low, var high] && int.TryParse(low, out var from) && int.TryParse(high, out var to) && from <= to)
        {
            return (from, to);
        }

        if (int.TryParse(text, out var exactly))
        {
            return (exactly, exactly);
        }

        faults.Add($"{where}: '{written}' is no range; write 18-55, 56+ or 3.");
        return (0, 0);
    }

    private static void AreNeeds(string where, IEnumerable<string> names, List<string> faults) => faults.AddRange(names
        .Where(name => !NeedNames.Contains(name))
        .Select(name => $"{where}: there is no need '{name}'; the needs are {string.Join(", ", NeedNames)}."));
}
