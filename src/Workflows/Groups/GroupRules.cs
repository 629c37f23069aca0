using System.Globalization;
using Companion.Dialogs.Words;
using Companion.Workflows.Settings;
using Companion.Workflows.Staff;
using NodaTime;
using NodaTime.Text;

namespace Companion.Workflows.Groups;

/// <summary>What may be entered as a group. Everything that is wrong is said at once, field by field.</summary>
internal sealed class GroupRules(ServiceSettings service, LocalDateTime now, bool isNew)
{
    private const int LongestName = 80;
    /// <summary>The longest place.</summary>
    public const int LongestPlace = 60;

    private const int LongestTransport = 100;
    private const int MostPeople = 500;
    private const int MostSessions = 150;
    private const int MostYears = 2;

    private static readonly LocalTimePattern Clock = LocalTimePattern.CreateWithInvariantCulture("H:mm");
    private static readonly LocalTime Earliest = new(6, 0);

    private readonly List<Wrong> wrong = [];

    /// <summary>What is wrong, in the order of the fields.</summary>
    public IReadOnlyList<Wrong> Problems => wrong;

    /// <summary>Reads a form into <paramref name="group"/>; gives the days of its sessions from today on, empty when something is wrong.</summary>
    public IReadOnlyList<LocalDate> Read(GroupForm form, Group group)
    {
        group.Name = Text(nameof(form.Name), form.Name, LongestName);
        group.NeutralName = form.NeutralName.Trim();
        Neutral(group.NeutralName);
        group.Place = Sent(nameof(form.Place), Text(nameof(form.Place), form.Place, LongestPlace), LongestPlace);
        group.Transport = Sent(nameof(form.Transport), form.Transport.Trim(), LongestTransport);
        group.Capacity = Whole(nameof(form.Capacity), form.Capacity, 1, MostPeople);
        group.GuestsWelcome = YesOrNo(nameof(form.Guests), form.Guests);
        group.Leader = Text(nameof(form.Leader), form.Leader, LongestName);
        group.OnHolidays = YesOrNo(nameof(form.Holidays), form.Holidays);
        group.Minutes = Whole(nameof(form.Minutes), form.Minutes, 10, 600);
        When(form, group);
        var dates = Dates(form, group);
        return wrong.Count == 0 ? dates : [];
    }

    private void Neutral(string name)
    {
        if (name.Length == 0)
        {
            Say(nameof(GroupForm.NeutralName), "group.wrong.neutral.missing");
        }
        else if (name.Length > Group.LongestNeutralName || !Gsm7.Fits(name))
        {
            Say(nameof(GroupForm.NeutralName), Gsm7.Fits(name) ? "group.wrong.neutral.long" : "group.wrong.letters");
        }
        else if (TellingWords.In(name) is { } word)
        {
            Say(nameof(GroupForm.NeutralName), "group.wrong.neutral.tells", ("word", word));
        }
    }

    private void When(GroupForm form, Group group)
    {
        if (!Clock.Parse(form.Time.Trim()).TryGetValue(default, out var time) || time < Earliest)
        {
            Say(nameof(form.Time), "group.wrong.time", ("text", form.Time.Trim()));
        }
        else if (group.Minutes > 0 && time.PlusMinutes(group.Minutes) <= time)
        {
            Say(nameof(form.Minutes), "group.wrong.midnight");
        }

        group.Time = time;
    }

    private List<LocalDate> Dates(GroupForm form, Group group)
    {
        group.Repeats = form.Repeats.Trim();
        group.Until = form.Until.Trim();
        if (!Recurrence.TryParse(form.Repeats, out var rhythm, out var why))
        {
            wrong.Add(new Wrong(nameof(form.Repeats), form.Repeats.Trim().Length == 0 ? StaffWords.Of("group.wrong.repeats.missing") : why));
            return [];
        }

        if (rhythm.IsList)
        {
            group.StartsOn = rhythm.Listed[0];
            return Listed(rhythm, group);
        }

        if (!LocalDatePattern.Iso.Parse(form.From.Trim()).TryGetValue(default, out var from))
        {
            Say(nameof(form.From), "group.wrong.from", ("text", form.From.Trim()));
            return [];
        }

        group.StartsOn = from;
        if (isNew && from < now.Date)
        {
            Say(nameof(form.From), "group.wrong.past", ("date", form.From.Trim()));
        }

        return Repeated(rhythm, group);
    }

    private List<LocalDate> Listed(Recurrence rhythm, Group group)
    {
        if (isNew && rhythm.Listed.Any(date => date + group.Time <= now))
        {
            Say(nameof(GroupForm.Repeats), "group.wrong.past", ("date", LocalDatePattern.Iso.Format(rhythm.Listed[0])));
        }

        if (rhythm.Listed.Count > MostSessions || rhythm.Listed[^1] > now.Date.PlusYears(MostYears))
        {
            Say(nameof(GroupForm.Repeats), "group.wrong.far", ("most", Number(MostSessions)), ("years", Number(MostYears)));
        }

        group.Until = "";
        return Coming([.. rhythm.Listed], group, nameof(GroupForm.Repeats));
    }

    // It ends on a day or after a number of sessions; one that never ends is refused.
    private List<LocalDate> Repeated(Recurrence rhythm, Group group)
    {
        var horizon = now.Date.PlusYears(MostYears);
        var isCount = int.TryParse(group.Until, NumberStyles.None, CultureInfo.InvariantCulture, out var count);
        LocalDate until = default;
        if (group.Until.Length == 0)
        {
            Say(nameof(GroupForm.Until), "group.wrong.endless");
            return [];
        }

        if (!isCount && !LocalDatePattern.Iso.Parse(group.Until).TryGetValue(default, out until))
        {
            Say(nameof(GroupForm.Until), "group.wrong.until", ("text", group.Until));
            return [];
        }

        if ((isCount && count is < 1 or > MostSessions) || (!isCount && until > horizon))
        {
            Say(nameof(GroupForm.Until), "group.wrong.far", ("most", Number(MostSessions)), ("years", Number(MostYears)));
            return [];
        }

        var all = rhythm.On(group.StartsOn, isCount ? horizon : until).Where(date => group.OnHolidays || !service.Holidays.Contains(date));
        return Coming([.. isCount ? all.Take(count) : all], group, nameof(GroupForm.Until));
    }

    private List<LocalDate> Coming(List<LocalDate> all, Group group, string field)
    {
        var left = all.Where(date => (group.OnHolidays || !service.Holidays.Contains(date)) && date + group.Time > now).ToList();
        if (left.Count is 0 or > MostSessions && !wrong.Exists(one => one.Field == field))
        {
            Say(field, left.Count == 0 ? "group.wrong.none" : "group.wrong.far", ("most", Number(MostSessions)), ("years", Number(MostYears)));
        }

        return left;
    }

    private string Text(string field, string text, int longest)
    {
        var trimmed = text.Trim();
        if (trimmed.Length == 0)
        {
            Say(field, $"group.wrong.{field.ToLowerInvariant()}.missing");
        }
        else if (trimmed.Length > longest)
        {
            Say(field, "group.wrong.long", ("most", Number(longest)));
        }

        return trimmed;
    }

    // What goes out in texts is in letters that every phone has.
    private string Sent(string field, string text, int longest)
    {
        if (text.Length > longest && !wrong.Exists(one => one.Field == field))
        {
            Say(field, "group.wrong.long", ("most", Number(longest)));
        }
        else if (!Gsm7.Fits(text))
        {
            Say(field, "group.wrong.letters");
        }

        return text;
    }

    private int Whole(string field, string text, int least, int most)
    {
        if (int.TryParse(text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
        {
            return number;
        }

        Say(field, "group.wrong.number", ("text", text.Trim()), ("least", Number(least)), ("most", Number(most)));
        return 0;
    }

    private bool YesOrNo(string field, string text)
    {
        switch (text.Trim().ToLowerInvariant())
        {
            case "yes" or "y" or "true" or "on":
                return true;
            case "" or "no" or "n" or "false":
                return false;
            default:
                Say(field, "group.wrong.yes-no", ("text", text.Trim()));
                return false;
        }
    }

    private void Say(string field, string key, params (string Name, string Value)[] words) => wrong.Add(new Wrong(field, StaffWords.Of(key, words)));

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
