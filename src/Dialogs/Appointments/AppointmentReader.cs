using Companion.Dialogs.Talking;
using Companion.Dialogs.Understanding;
using NodaTime;

namespace Companion.Dialogs.Appointments;

/// <summary>What some words say about an appointment.</summary>
internal enum Meant
{
    Nothing,
    Coming,
    ComingLate,
    NotComing,
    AnotherTime,
    Details,
    Calendar,
    Person,
}

/// <summary>Reads what people write about an appointment.</summary>
internal static class AppointmentReader
{
    private const int ShortAnswer = 3;

    private static readonly PhraseLists Phrases = PhraseLists.Of("Appointments", "answers");

    private static readonly HashSet<string> OfAnAnswer = [.. Phrases["of an answer"], .. Phrases["when"].Where(phrase => !phrase.Contains(' '))];

    private static readonly HashSet<string> OfBeingLate = [.. Phrases["of being late"]];

    /// <summary>What the words mean, for an appointment on a weekday.</summary>
    public static Meant Read(Plain plain, IsoDayOfWeek day)
    {
        if (Gist.Choice(plain) is not null)
        {
            return Meant.Nothing; // a bare number answers another question
        }

        var isLate = Gist.Has(plain, Phrases["late"]);
        return ConfirmReader.Read(plain.Original, day).Value switch
        {
            Reply.Yes => isLate ? Meant.ComingLate : Meant.Coming,
            Reply.No or Reply.Cancel => Meant.NotComing,
            Reply.Reschedule => Meant.AnotherTime,
            _ when Gist.Has(plain, Phrases["details"]) => Meant.Details,
            _ when Phrases["calendar"].Contains(plain.Text) => Meant.Calendar,
            _ when Commands.Read(plain) is Command.Person or Command.PhoneMe => Meant.Person,
            _ => isLate ? Meant.ComingLate : Meant.Nothing,
        };
    }

    /// <summary>True when there is more in it than an answer: "yes but is it wheelchair accessible?" A word that no answer needs is more.</summary>
    public static bool SaysMore(Plain plain, bool late)
    {
        for (var at = 0; at < plain.Tokens.Count; at++)
        {
            var word = plain.Tokens[at];
            if (word.IsWord && word.Text.Length > 1 && char.IsLetter(word.Text[0]) && !OfAnAnswer.Contains(word.Text)
                && !(late && OfBeingLate.Contains(word.Text)) && !IsOneAnswer(word.Text) && !IsSigned(plain, at))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>True when it is said what would suit: a day, a time, "mornings".</summary>
    public static bool SaysWhen(Plain plain) =>
        Phrases["when"].Any(phrase => $" {string.Join(' ', plain.Tokens.Select(token => token.Text))} ".Contains($" {phrase} ", StringComparison.Ordinal))
        || plain.Tokens.Any(token => char.IsAsciiDigit(token.Text[0]));

    /// <summary>True for an answer of a word or two: it says nothing of when.</summary>
    public static bool IsShort(Plain plain) => plain.Tokens.Count(token => token.IsWord) <= ShortAnswer;

    /// <summary>True for kind words that say no more: "ok see you".</summary>
    public static bool IsThanks(Plain plain) => Phrases["thanks"].Contains(plain.Text);

    // "yws", "cancle", "brill": one word that is an answer alone is no more than one among others.
    private static bool IsOneAnswer(string word) => ConfirmReader.Read(word).Value is Reply.Yes or Reply.No or Reply.Cancel or Reply.Reschedule;

    // "Can't make it, sorry. Sheila": a name below an answer says no more.
    private static bool IsSigned(Plain plain, int at) => at > 0 && at == plain.Tokens.Count - 1 && char.IsUpper(plain.Original[plain.Tokens[at].Start])
        && plain.Original.Any(char.IsLower) && (!plain.Tokens[at - 1].IsWord || Phrases["thanks"].Contains(plain.Tokens[at - 1].Text));

    /// <summary>True when there is a word in it.</summary>
    public static bool SaysAnything(Plain plain) => plain.Tokens.Any(token => token.IsWord);
}
