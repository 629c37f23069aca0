using Companion.Workflows.Sending;
using NodaTime;

namespace Companion.Bot.Simulation.Laws;

/// <summary>Law 2: no text is sent twice, but a safety text whose outcome stayed unknown for thirty seconds.</summary>
internal static class NotTwiceLaw
{
    private static readonly Duration UnknownFor = Duration.FromSeconds(30);

    public static Law Check(Evidence evidence)
    {
        var law = new Law();
        var rows = evidence.Outbound.ToDictionary(row => row.Id);
        foreach (var handed in evidence.Diary.Handed.Where(one => one.Accepted).GroupBy(one => one.Row))
        {
            var times = handed.ToList();
            var again = times.Count == 2 && times[0].Class == SendClass.Safety && times[1].At - times[0].At >= UnknownFor;
            law.Holds(times.Count == 1 || again, $"The provider accepted it {times.Count} times.", $"outbound {handed.Key}", times[^1].At);
            law.Holds(rows.ContainsKey(handed.Key), "The provider accepted what no row stands for.", $"outbound {handed.Key}", times[0].At);
        }

        foreach (var same in evidence.Outbound.GroupBy(row => row.SendKey))
        {
            law.Holds(same.Count() == 1, "Two rows have one send key.", $"outbound {same.Last().Id}", same.Last().CreatedAt);
        }

        return law;
    }
}
