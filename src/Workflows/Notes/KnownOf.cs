using System.Globalization;
using Companion.Dialogs.Referrals;
using Companion.Dialogs.Talking;
using Companion.Dialogs.Understanding;
using Companion.Workflows.Conversations;
using Companion.Workflows.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using NodaTime.Text;

namespace Companion.Workflows.Notes;

/// <summary>Every identifier known of anybody on a number, in the ways people write it: what pseudonyms stand for.</summary>
internal static class KnownOf
{
    private static readonly string[] Dates =
        ["uuuu-MM-dd", "dd/MM/uuuu", "d/M/uuuu", "dd/MM/yy", "d/M/yy", "dd.MM.uuuu", "d.M.uuuu", "dd-MM-uuuu", "d MMMM uuuu", "d MMM uuuu", "MMMM d uuuu"];

    private static readonly string[] NameSlots =
        [ReferralSlots.Name, ReferralSlots.FirstName, ReferralSlots.FamilyName, ReferralSlots.PreferredName, ReferralSlots.ReferrerName];

    private static readonly string[] OtherSlots =
        [ReferralSlots.ReferrerOrganisation, ReferralSlots.SurgeryName, ReferralSlots.NhsNumber, ReferralSlots.Postcode, ReferralSlots.PatientPhone];

    /// <summary>The longest first, each once.</summary>
    public static async Task<IReadOnlyList<string>> Anybody(CompanionDb db, About about, List<Conversation> talks, CancellationToken cancel)
    {
        var names = new List<string?>();
        var others = await db.Addresses.Where(one => about.Addresses.Contains(one.Id)).Select(one => (string?)one.Value).ToListAsync(cancel);
        others.Add(about.HandOff?.CallbackNumber);
        var people = await (
            from link in db.PersonAddresses
            where about.Addresses.Contains(link.AddressId)
            join person in db.People on link.PersonId equals person.Id
            select person).ToListAsync(cancel);
        foreach (var person in people)
        {
            names.AddRange([person.Name, person.GivenName, person.FamilyName]);
            others.AddRange([person.NhsNumber, .. Ways(person.BirthDate)]);
        }

        foreach (var one in await db.Cases.Where(one => about.Addresses.Contains(one.AddressId) || one.Id == about.Note.CaseId).ToListAsync(cancel))
        {
            names.AddRange([$"{one.GivenName} {one.FamilyName}", one.PreferredName, one.ReferrerName]);
            others.AddRange([one.ReferrerOrganisation, one.NhsNumber, one.Postcode, one.Phone, one.GpName, .. Ways(one.BirthDate)]);
        }

        foreach (var slots in talks.Select(talk => talk.Slots))
        {
            names.AddRange(NameSlots.SelectMany(name => Given(slots, name)));
            others.AddRange(OtherSlots.SelectMany(name => Given(slots, name)));
            others.AddRange(Given(slots, ReferralSlots.DateOfBirth).SelectMany(born => Ways(LocalDatePattern.Iso.Parse(born ?? "") is { Success: true } read ? read.Value : null)));
        }

        names.AddRange((await db.Workers.Where(one => one.ServiceId == about.Note.ServiceId).Select(one => new { one.Name, one.ShownName }).ToListAsync(cancel))
            .SelectMany(one => new[] { one.Name, one.ShownName }));
        return names.OfType<string>().SelectMany(InParts).Concat(others.OfType<string>().SelectMany(AsWritten))
            .Select(one => one.Trim())
            .Where(one => one.Length > 1)
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .OrderByDescending(one => one.Length)
            .ThenBy(one => one, StringComparer.Ordinal)
            .ToList();
    }

    /// <summary>What the person whose note it is is called; nothing where it is not certain who that is.</summary>
    public static async Task<IReadOnlyList<string>> Own(CompanionDb db, About about, CancellationToken cancel)
    {
        var person = about.PersonId is { } id ? await db.People.SingleOrDefaultAsync(one => one.Id == id, cancel) : null;
        string?[] names = [person?.GivenName, person?.FamilyName, about.Case?.GivenName, about.Case?.FamilyName, about.Case?.PreferredName];
        return [.. names.OfType<string>().Where(name => name.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase)];
    }

    // What waits to be confirmed was said all the same.
    private static string?[] Given(Slots slots, string name) => [slots[name], slots[ReferralSlots.Pending(name)]];

    private static IEnumerable<string> Ways(LocalDate? date) => date is { } day
        ? Dates.Select(pattern => LocalDatePattern.Create(pattern, CultureInfo.InvariantCulture).Format(day))
        : [];

    private static IEnumerable<string> InParts(string name) => [name, .. name.Split(' ', StringSplitOptions.RemoveEmptyEntries)];

    // A number with and without its spaces.
    private static IEnumerable<string> AsWritten(string identifier)
    {
        var whole = identifier.Trim();
        var close = whole.Replace(" ", "", StringComparison.Ordinal);
        return PhoneNumber.TryParse(whole, out var number) ? [whole, number.Display, number.Display.Replace(" ", "", StringComparison.Ordinal)]
            : close.Length == 10 && close.All(char.IsAsciiDigit) ? [close, $"{close[..3]} {close[3..6]} {close[6..]}"]
            : whole.Any(char.IsAsciiDigit) ? [whole, close]
            : [whole];
    }
}
