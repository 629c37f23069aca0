using Companion.Dialogs.Talking;
using Companion.Dialogs.Understanding;
using NodaTime;

namespace Companion.Dialogs.Groups;

/// <summary>What people write about a group beside yes and no.</summary>
internal static class GroupWords
{
    private static readonly PhraseLists Lists = PhraseLists.Of("Groups", "answers");

    // A longer text is about something else, unless it speaks of coming.
    private const int WordsOfAnAside = 6;

    private static readonly string[] Figures = ["one", "two", "three", "four", "five"];

    private static readonly HashSet<string> Thanks = [.. Lists["thanks"]];

    private static readonly HashSet<string> WhereAlone = [.. Lists["where alone"]];

    private static readonly HashSet<string> NoAlone = [.. Lists["no alone"]];

    private static readonly string[] Days =
        ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

    /// <summary>They do not want to come any more.</summary>
    public static bool IsLeaving(Plain plain) => Gist.Has(plain, Lists["leave"]);

    /// <summary>They ask where it is or how to get there.</summary>
    public static bool IsWhere(Plain plain) => WhereAlone.Contains(string.Join(' ', Words(plain))) || (IsAboutIt(plain) && Gist.Has(plain, Lists["where"]));

    /// <summary>They are running late.</summary>
    public static bool IsLate(Plain plain) => IsAboutIt(plain) && Gist.Has(plain, Lists["late"]);

    /// <summary>They stay away, said so that it can be about nothing else: a bare no, or a no with a word of coming.</summary>
    public static bool IsStayingAway(Plain plain) => Words(plain) is [_, ..] words && words.TrueForAll(NoAlone.Contains)
        ? words.Exists(word => word is not ("sorry" or "thanks" or "thank" or "you" or "please" or "x"))
        : Gist.Says(plain, Lists["staying away"]) is not null;

    /// <summary>Nothing but thanks.</summary>
    public static bool IsThanks(Plain plain)
    {
        var words = Words(plain);
        return words.Count > 0 && words.TrueForAll(Thanks.Contains);
    }

    /// <summary>How many others they would like to bring, at least one; null when they ask nothing of the kind.</summary>
    public static int? Guests(Plain plain)
    {
        if (!IsAboutIt(plain) || !(Gist.Has(plain, Lists["guest"]) || (IsOfComing(plain) && Gist.Has(plain, Lists["guest who comes"]))))
        {
            return null;
        }

        foreach (var word in plain.Tokens.Select(token => token.Text))
        {
            if (word is [>= '2' and <= '9'])
            {
                return word[0] - '0';
            }

            if (Array.IndexOf(Figures, word) is > 0 and var at)
            {
                return at + 1;
            }
        }

        return 1;
    }

    /// <summary>Yes or no in every wording; null for neither. A wish for another day is neither: a group's day is fixed.</summary>
    public static bool? Coming(Utterance said, string? weekday) =>
        ConfirmReader.Read(said.Words, Enum.TryParse<IsoDayOfWeek>(weekday, out var on) ? on : IsoDayOfWeek.None).Value switch
        {
            Reply.Yes => true,
            Reply.No or Reply.Cancel => false,
            _ => Gist.Has(said.Plain, Lists["not that day"]) ? false : null,
        };

    /// <summary>True when they name a weekday and it is not this one: their words are about something else.</summary>
    public static bool NamesAnotherDay(Plain plain, string? weekday)
    {
        var named = plain.Tokens.Select(token => token.Text).Where(Days.Contains).ToList();
        return weekday is not null && named.Count > 0 && !named.Contains(weekday.ToLowerInvariant());
    }

    private static bool IsAboutIt(Plain plain) => Words(plain).Count <= WordsOfAnAside || IsOfComing(plain);

    private static bool IsOfComing(Plain plain) => Gist.Has(plain, Lists["coming"]) || YesNo.Begins(plain) == true;

    private static List<string> Words(Plain plain) => [.. plain.Tokens.Where(token => token.IsWord).Select(token => token.Text)];
}
