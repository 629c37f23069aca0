using System.Globalization;
using Companion.Bot.Pages;
using Companion.Workflows.Notes;
using Companion.Workflows.Summaries;

namespace Companion.Bot.LinkWorkers.Notes;

/// <summary>How pages say what a note holds.</summary>
public static class NoteWords
{
    /// <summary>Why a sentence is struck through, in plain words, with what it rests on.</summary>
    public static string Struck(this PageWords words, NoteLine line)
    {
        var why = words.Called(line.Fault!.Value);
        return line.Because is { Length: > 0 } because ? words.With("console.note.struck.because", ("why", why), ("because", because)) : words.With("console.note.struck", ("why", why));
    }

    /// <summary>Whose words a sentence is, where a person changed or added it; null for the draft's own.</summary>
    public static string? Whose(this PageWords words, NoteLine line) =>
        line.By is { } who ? words.With(line.Cites.Count == 0 ? "console.note.added-by" : "console.note.changed-by", ("who", who)) : null;

    /// <summary>Where a draft came from, fact by fact.</summary>
    public static IEnumerable<Fact> Facts(this PageWords words, Origin origin)
    {
        yield return new Fact(words["console.note.origin.writer"], Shown.Capital(words.Called(origin.Writer)));
        if (origin.InsteadOf is { } why)
        {
            yield return new Fact(words["console.note.origin.instead"], words.Find(why) ?? why);
        }

        if (origin.Model is { } model)
        {
            yield return new Fact(words["console.note.origin.model"], model);
            yield return new Fact(words["console.note.origin.prompt"], origin.Prompt);
            yield return new Fact(words["console.note.origin.tokens"], words.With("console.note.origin.tokens.of", ("in", StaffWords.Number(origin.TokensIn)), ("out", StaffWords.Number(origin.TokensOut))));
            yield return new Fact(words["console.note.origin.cost"], origin.Pence is { } pence ? words.With("console.note.origin.pence", ("pence", pence.ToString("0.###", CultureInfo.InvariantCulture))) : null);
        }

        yield return new Fact(words["console.note.origin.took"], words.With("console.note.origin.seconds", ("seconds", origin.Took.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture))));
    }
}
