namespace Companion.Tests.Support.Load;

/// <summary>What must be so after a kill.</summary>
internal static class KillChecks
{
    /// <summary>Every breach, a sentence each.</summary>
    public static IEnumerable<string> All(Stored stored, IEnumerable<string> taken, IReadOnlyList<HandedOver> sent, int people) =>
    [
        .. Inbound(stored, taken),
        .. Referrals(stored, people),
        .. Doubled(stored, sent),
        .. Unsent(stored, sent),
        .. Told(stored, people),
        .. Disordered(stored, sent),
    ];

    private static IEnumerable<string> Inbound(Stored stored, IEnumerable<string> taken)
    {
        var rows = stored.Inbound.CountBy(sid => sid).ToDictionary();
        foreach (var sid in taken)
        {
            if (!rows.Remove(sid, out var count) || count != 1)
            {
                yield return $"Text {sid} was answered with 200 and is stored {count} times.";
            }
        }

        foreach (var (sid, _) in rows)
        {
            yield return $"Text {sid} is stored and was never sent.";
        }
    }

    private static IEnumerable<string> Referrals(Stored stored, int people)
    {
        var rows = stored.Referrals.CountBy(number => number).ToDictionary();
        return Enumerable.Range(0, people)
            .Select(SelfReferral.Number)
            .Where(number => rows.GetValueOrDefault(number) != 1)
            .Select(number => $"{number} has {rows.GetValueOrDefault(number)} referrals instead of one.");
    }

    private static IEnumerable<string> Doubled(Stored stored, IReadOnlyList<HandedOver> sent)
    {
        var rows = stored.Outbound.ToDictionary(text => text.Id);
        foreach (var (row, count) in sent.CountBy(text => text.Row))
        {
            if (!rows.TryGetValue(row, out var text))
            {
                yield return $"Row {row} was sent and is not stored.";
            }
            else if (count > 1 && text.Class != 0)
            {
                yield return $"Row {row} was sent {count} times.";
            }
        }
    }

    private static IEnumerable<string> Unsent(Stored stored, IReadOnlyList<HandedOver> sent)
    {
        var rows = sent.Select(text => text.Row).ToHashSet();
        return stored.Outbound
            .Where(text => text.Waits || !rows.Contains(text.Id))
            .Select(text => $"Row {text.Id} did not go, or nobody knows; its status is {text.Status}.");
    }

    // Everybody wrote the same, so everybody is to have been told the same, in the same order.
    private static IEnumerable<string> Told(Stored stored, int people)
    {
        var told = Enumerable.Range(0, people).Select(person => stored.Told(SelfReferral.Number(person))).ToList();
        var usual = told.CountBy(words => words).MaxBy(words => words.Value).Key;
        return told.Where(words => words != usual).Select(words => $"Somebody was told something else:\n{words}\ninstead of\n{usual}");
    }

    private static IEnumerable<string> Disordered(Stored stored, IReadOnlyList<HandedOver> sent)
    {
        var places = stored.Outbound.Select((text, at) => (text.Id, At: at)).ToDictionary(place => place.Id, place => place.At);
        return sent
            .GroupBy(text => text.To, text => places.GetValueOrDefault(text.Row))
            .Where(texts => !texts.SequenceEqual(texts.Order()))
            .Select(texts => $"{texts.Key} was sent texts out of order.");
    }
}
