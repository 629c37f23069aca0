using Companion.Dialogs.Appointments;
using Companion.Dialogs.CheckIns;
using Companion.Dialogs.Groups;
using Companion.Dialogs.Referrals;
using Companion.Dialogs.Talking;

namespace Companion.Dialogs.Tests.Talking;

/// <summary>Walks through the dialogs that come by every state.</summary>
internal static class Walks
{
    private static readonly string[][] Referrals =
    [
        ["1", "Hill, Sam", "yes", "12.3.54 or so", "skip", "12 March 1954", "LS6 3HN", "rverside", "riverside", "oek", "y", "I am lonely", "y", "skip",
            "skip", "no", "no", "no", "skip", "no", "yes", "2", "hello", "y", "y", "999 000 0018", "1", "3"],
        ["1", "Kit Hill, 1 May 2012", "no", "1 May 1982", "LS6 3HN, Oak", "lonely"],
        ["1", "Sam Hill, 12 March 1954", "M1 1AE"],
        ["1", "Sam Hill, 12 March 1954", "LS6 OHN"],
        ["1", "Sam Hill, 12 March 1954", "LS6 3HN, riverside", "riverside"],
        ["1", "Sam Hill, 12 March 1954", "LS6 3HN", "Quarry"],
        ["1", "Sam Hill, 12 March 1954", "LS6 3HN, oak", "skip", "skip", "skip", "no", "no", "no", "skip", "no", "no", "n", "y", "999 OOO 0018"],
        ["2", "Ann Lee", "daughter", "no", "yes", "Joan Lee", "3 May 1941", "skip", "oak", "7700900456"],
        ["3", "Jo Patel", "nurse", "Hill Hospital", "1", "yes", "Omar Khan"],
    ];

    /// <summary>One place for each state that is come by, of every dialog.</summary>
    public static IEnumerable<Place> Places() => Referrals
        .SelectMany(answers => Along(new ReferralDialog(), answers))
        .Concat(Along(new CheckInDialog(), ["5?"]))
        .Concat(Along(new CheckInDialog(), ["5 5 6 2"]))
        .Concat(Along(new SessionDialog(), ["Y", "I want to leave the group"]))
        .Concat(SharedPhone())
        .Concat(Lapsed())
        .Concat(Along(new AppointmentDialog(), ["R", "mornings"]))
        .Concat(Along(new AppointmentDialog(), [], Known([("names", "Sam"), ("step", "reminder")])))
        .Concat(Along(new AppointmentDialog(), ["R"], Known([("offer.1", "Tue 1 December, 10am"), ("offer.1.at", "2026-12-01T10:00"), ("when", "Mon 30 November, 2pm")])))
        .Concat(ShippedDialogs.Makers.SelectMany(maker => Along(maker(), [])))
        .Where(place => !place.HasEnded)
        .DistinctBy(place => (place.Dialog, place.State));

    /// <summary>The keys of every text of a referral that is answered so.</summary>
    public static IReadOnlyList<string> Said(string whom, IEnumerable<string> answers)
    {
        var dialog = new ReferralDialog();
        var steps = new List<Step> { dialog.Begin(Slots.Empty, Town.Says("Hello")) };
        foreach (var answer in answers.Prepend(whom))
        {
            steps.Add(dialog.Hear(steps[^1].Place, Town.Says(answer)));
        }

        Assert.True(steps[^1].Place.HasEnded, $"it waits in {steps[^1].Place.State}");
        return [.. steps.SelectMany(step => step.Effects.OfType<Say>()).Select(said => said.Key)];
    }

    private static IEnumerable<Place> SharedPhone() =>
        [new SessionDialog().Begin(Slots.Empty.With(GroupSlots.FirstName, "Anna"), Town.Says("")).Place];

    private static IEnumerable<Place> Lapsed()
    {
        var offer = new PlaceOfferDialog();
        return [offer.Silence(offer.Begin(Slots.Empty, Town.Says("")).Place, Town.Says("")).Place];
    }

    private static Slots Known(IEnumerable<(string Name, string Value)> known) => known.Aggregate(Slots.Empty, (slots, one) => slots.With(one.Name, one.Value));

    private static IEnumerable<Place> Along(IDialog dialog, IEnumerable<string> answers, Slots? known = null)
    {
        var place = dialog.Begin(known ?? Slots.Empty, Town.Says("Hello")).Place;
        yield return place;
        foreach (var answer in answers.TakeWhile(_ => !place.HasEnded))
        {
            place = dialog.Hear(place, Town.Says(answer)).Place;
            yield return place;
        }
    }
}
