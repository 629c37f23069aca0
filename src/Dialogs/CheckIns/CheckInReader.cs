using Companion.Dialogs.Talking;
using Companion.Dialogs.Understanding;
using Companion.Dialogs.Understanding.Replies;

namespace Companion.Dialogs.CheckIns;

/// <summary>What some words came to at a check-in; at most one of the first three is filled.</summary>
/// <param name="Answers">What they answer, the item asked or others.</param>
/// <param name="Between">The two numbers they named: ask which.</param>
/// <param name="Unsure">The number they probably meant: ask.</param>
/// <param name="Corrects">True when the answer takes back an earlier one.</param>
/// <param name="Command">What they want instead.</param>
internal sealed record CheckInReading(
    IReadOnlyList<ItemAnswer> Answers, (int Low, int High)? Between = null, int? Unsure = null, bool Corrects = false, Command Command = Command.None)
{
    /// <summary>Nothing that can be used.</summary>
    public static readonly CheckInReading Nothing = new([]);
}

/// <summary>Reads answers to a check-in: one number or as many as are left, corrections, and why an item is missed out.</summary>
internal static class CheckInReader
{
    /// <summary>
    /// Reads <paramref name="plain"/> where <paramref name="left"/> of the items have no answer yet, the one asked first; with none left
    /// only a correction says anything.
    /// </summary>
    public static CheckInReading Read(Plain plain, Instrument instrument, IReadOnlyList<InstrumentItem> left, string? latest)
    {
        var command = Commands.Read(plain);
        if (left.Count > 0 && Commands.Reason(command) is { } reason)
        {
            return new CheckInReading([new ItemAnswer(left[0].Key, null, reason == "unknown" ? reason : "declined")]);
        }

        // "happy 6, anxious 2" counts from the first question: with some answered already it is read one by one.
        var namesThem = left.Count < instrument.Items.Count && plain.Tokens.Any(token => ScoreTalk.NamesQuestion(token.Text));
        if (left.Count > 1 && !namesThem && ScoreReader.Read(plain.Original, left.Count) is { Confidence: Confidence.Clear, Value: ScoreAnswer.Several several })
        {
            return new CheckInReading([.. left.Zip(several.Scores, (item, score) => new ItemAnswer(item.Key, score))]);
        }

        var read = ScoreReader.Read(plain.Original);
        return read.Value switch
        {
            ScoreAnswer.Range range => new CheckInReading([], Between: (range.Low, range.High)),
            ScoreAnswer.One { Score: var score } when !instrument.Items[0].Takes(score) => CheckInReading.Nothing,
            ScoreAnswer.One one when read.Confidence == Confidence.Clear || one.Corrects => One(one, instrument, left.FirstOrDefault(), latest),
            ScoreAnswer.One likely => new CheckInReading([], Unsure: likely.Score),
            _ => CheckInReading.Nothing with { Command = command },
        };
    }

    // "q2 is 4" names its item; "sorry I meant 6" is about the last answer, when there is one.
    private static CheckInReading One(ScoreAnswer.One one, Instrument instrument, InstrumentItem? asked, string? latest)
    {
        var named = one.Question is { } question && question > 0 && question <= instrument.Items.Count ? instrument.Items[question - 1].Key : null;
        var item = named ?? (one.Corrects && !one.WithinText ? latest : null) ?? asked?.Key;
        return item is null ? CheckInReading.Nothing : new CheckInReading([new ItemAnswer(item, one.Score)], Corrects: item != asked?.Key);
    }
}
