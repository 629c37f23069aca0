using System.Globalization;
using Companion.Dialogs.Understanding;
using Companion.Workflows.Settings;
using Companion.Workflows.Staff;
using Companion.Workflows.Storage;
using Companion.Workflows.Timing;

namespace Companion.Workflows.OnCall;

/// <summary>Somebody on call as a manager filled them in; a line with nothing in it is nobody.</summary>
public sealed record OnCallLine(string Name, string Text, string Call, string Email, string Hours)
{
    /// <summary>Which number in the order of telling they are; empty for where the line stands.</summary>
    public string Place { get; init; } = "";

    /// <summary>True when nobody is meant.</summary>
    public bool IsEmpty => string.IsNullOrWhiteSpace(Name + Text + Call + Email);
}

/// <summary>
/// A manager writes the on-call list of a service, all of it at once: a list that left an hour to nobody is refused, unless it was signed that
/// nobody covers every hour; so is somebody whom nothing set up here reaches. An empty one means those that are configured.
/// </summary>
public sealed class SaveOnCall(IStore store, ServiceBook services, OnCallList list, WaysToTell ways)
{
    private const int LongestName = 60;

    /// <summary>Writes it.</summary>
    /// <param name="serviceId">The service.</param>
    /// <param name="lines">The whole list.</param>
    /// <param name="version">Which list they had before them when they wrote: one that somebody else kept meanwhile is not written over.</param>
    /// <param name="cancel">Gives up waiting.</param>
    /// <returns>Everything that is wrong, by the number of the line and the field: "1-name".</returns>
    public async Task<IReadOnlyList<Wrong>> Handle(string serviceId, IReadOnlyList<OnCallLine> lines, long version, CancellationToken cancel)
    {
        var service = services.Of(serviceId);
        var (people, wrong) = (new List<OnCallPerson>(), new List<Wrong>());
        for (var at = 0; at < lines.Count; at++)
        {
            if (!lines[at].IsEmpty)
            {
                people.Add(Person(serviceId, lines[at], at, wrong));
            }
        }

        if (people.GroupBy(person => person.Name, StringComparer.OrdinalIgnoreCase).Any(same => same.Count() > 1))
        {
            wrong.Add(new Wrong("0-name", StaffWords.Of("oncall.wrong.same"))); // who was told is remembered by name
        }

        if (wrong.Count == 0 && people.Count > 0 && !service.CrisisCover.IsSignedNone && OnCallSettings.FirstUncovered(people.ConvertAll(one => one.Settings())) is { } hour)
        {
            wrong.Add(new Wrong("0-hours", StaffWords.Of(
                "oncall.wrong.uncovered", ("day", $"{hour.DayOfWeek}"), ("time", hour.ToString("HH:mm", CultureInfo.InvariantCulture)))));
        }

        if (wrong.Count == 0)
        {
            if (!await store.Write(session => Write(session, serviceId, people, version), cancel))
            {
                wrong.Add(new Wrong("0-name", StaffWords.Of("oncall.wrong.changed")));
            }

            await list.Read(cancel);
        }

        return wrong;
    }

    private OnCallPerson Person(string serviceId, OnCallLine line, int at, List<Wrong> wrong)
    {
        var why = "";
        Check(line.Name.Trim().Length is > 0 and <= LongestName, "name", "oncall.wrong.name");
        Check(!string.IsNullOrWhiteSpace(line.Text + line.Call + line.Email), "text", "oncall.wrong.ways");
        Check(line.Email.Trim() is "" || line.Email.Contains('@', StringComparison.Ordinal), "email", "oncall.wrong.email");
        Check(line.Hours.Trim().Length > 0 && WeekHours.TryParse(line.Hours, out _, out why), "hours", "oncall.wrong.hours", ("why", why.Length == 0 ? line.Hours : why));
        var person = new OnCallPerson
        {
            ServiceId = serviceId,
            Name = line.Name.Trim(),
            Text = Number(line.Text, "text"),
            Call = Number(line.Call, "call"),
            Email = line.Email.Trim(),
            Hours = line.Hours.Trim(),
            Place = int.TryParse(line.Place, NumberStyles.None, CultureInfo.InvariantCulture, out var place) ? place : at + 1,
        };
        var hasMailAlone = person is { Text: "", Call: "", Email.Length: > 0 };
        Check(!hasMailAlone || ways.Reach(person.Settings()), "email", "oncall.wrong.reach");
        return person;

        string Number(string typed, string field)
        {
            var isNumber = PhoneNumber.TryParse(typed.Trim(), out var number);
            Check(typed.Trim() is "" || isNumber, field, "oncall.wrong.number", ("why", typed.Trim()));
            return isNumber ? number.E164 : "";
        }

        void Check(bool isRight, string field, string key, params (string, string)[] values)
        {
            if (!isRight)
            {
                wrong.Add(new Wrong($"{at.ToString(CultureInfo.InvariantCulture)}-{field}", StaffWords.Of(key, values)));
            }
        }
    }

    private static async ValueTask<bool> Write(Session session, string serviceId, List<OnCallPerson> people, long version)
    {
        var known = await session.TryLock($"on call:{serviceId}") ? await session.Query<OnCallPerson>("WHERE \"ServiceId\" = @p0" + session.Lock, serviceId) : null;
        if (known is null || known.Select(person => person.Id).DefaultIfEmpty().Max() != version)
        {
            return false;
        }

        foreach (var before in known)
        {
            session.Delete(before);
        }

        foreach (var person in people)
        {
            person.Id = session.NextId();
            session.Insert(person);
        }

        return true;
    }
}
