using System.Globalization;
using Companion.Dialogs.Understanding;
using Companion.Workflows.Settings;
using Companion.Workflows.Staff;
using Companion.Workflows.Timing;

namespace Companion.Workflows.Workers;

/// <summary>A worker as a manager filled them in.</summary>
public sealed record WorkerForm
{
    private const int LongestName = 60;
    private const int LongestShownName = 30;
    private const int MostEver = 200;

    public string Name { get; init; } = "";

    /// <summary>The name people read.</summary>
    public string ShownName { get; init; } = "";

    /// <summary>A <see cref="WorkerRole"/> by name.</summary>
    public string Role { get; init; } = nameof(WorkerRole.LinkWorker);

    public string Email { get; init; } = "";

    /// <summary>Labels of needs.</summary>
    public IReadOnlyList<string> Skills { get; init; } = [];

    /// <summary>Outward postcodes, separated by spaces or commas.</summary>
    public string Areas { get; init; } = "";

    /// <summary>Languages, as the service names them.</summary>
    public IReadOnlyList<string> Languages { get; init; } = ["en"];

    /// <summary>As <see cref="WeekHours"/> reads it.</summary>
    public string Hours { get; init; } = "Mon-Fri 09:00-17:00";

    /// <summary>A whole number.</summary>
    public string MostHeld { get; init; } = "10";

    /// <summary>The form of a worker.</summary>
    public static WorkerForm Of(Worker worker) => new()
    {
        Name = worker.Name,
        ShownName = worker.ShownName,
        Role = worker.Role.ToString(),
        Email = worker.Email,
        Skills = Parts(worker.Skills),
        Areas = worker.Areas,
        Languages = Parts(worker.Languages),
        Hours = worker.Hours,
        MostHeld = worker.MostHeld.ToString(CultureInfo.InvariantCulture),
    };

    /// <summary>Fills the worker in; everything that is wrong, field by field.</summary>
    internal List<Wrong> Read(ServiceSettings service, Worker into)
    {
        var wrong = new List<Wrong>();
        Check(Name.Trim() is { Length: > 0 and <= LongestName }, nameof(Name), "worker.wrong.name");
        Check(ShownName.Trim() is { Length: > 0 and <= LongestShownName }, nameof(ShownName), "worker.wrong.shown");
        Check(Enum.TryParse<WorkerRole>(Role, out var role) && Enum.IsDefined(role), nameof(Role), "worker.wrong.role");
        Check(IsAddress(Email.Trim()), nameof(Email), "worker.wrong.email"); // without one nobody could be told, nor sign in
        Check(Skills.All(Enum.GetValues<Need>().Select(NeedsReader.Label).Contains), nameof(Skills), "worker.wrong.skills");
        var areas = Parts(Areas.Replace(',', ' ').ToUpperInvariant());
        Check(areas.All(area => area.Length is >= 2 and <= 4 && area.All(char.IsAsciiLetterOrDigit)), nameof(Areas), "worker.wrong.areas");
        Check(Languages.Count > 0 && Languages.All(Parts(service.Languages).Contains), nameof(Languages), "worker.wrong.languages");
        var why = "";
        Check(Hours.Trim().Length > 0 && WeekHours.TryParse(Hours, out _, out why), nameof(Hours), "worker.wrong.hours", ("why", why.Length == 0 ? Hours : why));
        Check(int.TryParse(MostHeld, NumberStyles.None, CultureInfo.InvariantCulture, out var most) && most is > 0 and <= MostEver, nameof(MostHeld), "worker.wrong.held");
        if (wrong.Count == 0)
        {
            (into.Name, into.ShownName, into.Role, into.Email) = (Name.Trim(), ShownName.Trim(), role, Email.Trim());
            (into.Skills, into.Areas, into.Languages) = (string.Join(' ', Skills), string.Join(' ', areas), string.Join(' ', Languages));
            (into.Hours, into.MostHeld) = (Hours.Trim(), most);
        }

        return wrong;

        void Check(bool isRight, string field, string key, params (string, string)[] values)
        {
            if (!isRight)
            {
                wrong.Add(new Wrong(field, StaffWords.Of(key, values)));
            }
        }
    }

    private static bool IsAddress(string email) =>
        email.Length <= 200 && email.Split('@') is [{ Length: > 0 }, var host] && host.Contains('.', StringComparison.Ordinal) && !email.Any(letter => char.IsWhiteSpace(letter) || letter is '<' or '>' or ',');

    private static string[] Parts(string list) => list.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
