using Companion.Workflows.Settings;

namespace Companion.Workflows.OnCall;

/// <summary>Somebody a manager entered to be told of urgent hand-offs. While a service has any, those that are configured are not asked.</summary>
public sealed class OnCallPerson
{
    public long Id { get; set; }

    public required string ServiceId { get; set; }

    /// <summary>Who, as colleagues know them.</summary>
    public required string Name { get; set; }

    /// <summary>The number texts go to, E.164; empty for none.</summary>
    public string Text { get; set; } = "";

    /// <summary>The number that is called, E.164; empty for none.</summary>
    public string Call { get; set; } = "";

    /// <summary>The e-mail address; empty for none.</summary>
    public string Email { get; set; } = "";

    /// <summary>When they are on call, as the configuration writes it.</summary>
    public string Hours { get; set; } = "always";

    /// <summary>Who is told first: the lowest.</summary>
    public int Place { get; set; }

    internal OnCallSettings Settings()
    {
        var person = new OnCallSettings { Name = Name, Text = Text, Call = Call, Email = Email, Hours = Hours };
        _ = person.Prepare().Count(); // reads the hours, which were checked before they were kept
        return person;
    }
}
