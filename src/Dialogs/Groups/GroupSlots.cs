namespace Companion.Dialogs.Groups;

/// <summary>The names of the values that talk about a group holds. All of them are set before it begins, but for the answer.</summary>
public static class GroupSlots
{
    /// <summary>The id of the membership.</summary>
    public const string Member = "member";

    /// <summary>The id of the group.</summary>
    public const string GroupId = "group-id";

    /// <summary>The id of the session.</summary>
    public const string Session = "session";

    /// <summary>The group's neutral name: lock screens are read by others.</summary>
    public const string Group = "group";

    /// <summary>The day and the time of the session as people read them.</summary>
    public const string Day = "day";

    /// <inheritdoc cref="Day"/>
    public const string Time = "time";

    /// <summary>The English name of the session's weekday, for reading "Tuesday is fine".</summary>
    public const string Weekday = "weekday";

    /// <summary>Where it is.</summary>
    public const string Place = "place";

    /// <summary>How to get there without stairs; absent when nothing is known.</summary>
    public const string Transport = "transport";

    /// <summary>Who runs it, for staff; never said in a text.</summary>
    public const string Leader = "leader";

    /// <summary>Until when an offer may be answered, as people read it.</summary>
    public const string By = "by";

    /// <summary>The first name that has to be given on a phone that others read too, before anything is told.</summary>
    public const string FirstName = "first";

    /// <summary>"yes" or "no", once they said whether they are coming.</summary>
    public const string Answer = "answer";
}
