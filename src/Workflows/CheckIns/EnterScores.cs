using System.Globalization;
using Companion.Dialogs.CheckIns;
using Companion.Workflows.Conversations;
using Companion.Workflows.Settings;
using Companion.Workflows.Staff;
using Companion.Workflows.Storage;
using Companion.Workflows.Timing;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Companion.Workflows.CheckIns;

/// <summary>
/// A link worker enters what a person said to a check-in on the phone or in person, or what somebody said for them. What was being
/// asked by text ends; what was answered before stays in the record, and of several answers to an item the newest holds.
/// </summary>
public sealed class EnterScores(IStore store, ServiceBook services, IClock clock)
{
    /// <summary>Enters them.</summary>
    /// <returns>Entered, or why not; then nothing was written.</returns>
    public async Task<ScoreEntryOutcome> Handle(long checkInId, ScoreEntry entry, CancellationToken cancel)
    {
        await using var db = store.Read();
        if (await db.CheckIns.SingleOrDefaultAsync(wave => wave.Id == checkInId, cancel) is not { } found)
        {
            return ScoreEntryOutcome.NoSuchCheckIn;
        }

        return await store.TurnAndTell(
            TurnRequest.About(found.ServiceId, found.AddressId, clock.GetCurrentInstant()), turn => Enter(turn, checkInId, entry), cancel);
    }

    private async ValueTask<ScoreEntryOutcome> Enter(Turn turn, long checkInId, ScoreEntry entry)
    {
        var wave = (await turn.Session.Query<CheckIn>("WHERE \"Id\" = @p0" + turn.Session.Lock, checkInId)).Single();
        var instrument = Instrument.Of(wave.Instrument);
        var outcome = Check(turn, wave, instrument, entry);
        if (outcome != ScoreEntryOutcome.Entered)
        {
            return outcome;
        }

        var before = await turn.Session.Query<CheckInScore>("WHERE \"CheckInId\" = @p0", checkInId);
        Keep(turn, wave, entry);
        var answered = before.Select(score => score.Item).Concat(entry.Answers.Select(answer => answer.Item)).ToHashSet();
        var isWhole = instrument.Items.All(item => answered.Contains(item.Key));
        wave.Status = isWhole ? CheckInStatus.Complete : CheckInStatus.Partial;
        wave.Reason = isWhole ? null : StaffWords.Of("checkin.unanswered");
        (wave.OfferedAt, wave.InstrumentVersion) = (wave.OfferedAt ?? turn.Now, wave.InstrumentVersion == 0 ? instrument.Version : wave.InstrumentVersion);
        wave.EndedAt = turn.Now;
        turn.Update(wave);
        AskNothingMore(turn, checkInId);
        var last = await WaveBefore.Of(turn.Session, wave);
        CheckInDesk.PassOn(turn, services.Of(wave.ServiceId), entry.Answers.Select(answer =>
            (instrument.Items.First(item => item.Key == answer.Item), answer.Score, last.TryGetValue(answer.Item, out var score) ? score : (int?)null)));
        return outcome;
    }

    private static ScoreEntryOutcome Check(Turn turn, CheckIn wave, Instrument instrument, ScoreEntry entry) =>
        wave.Status == CheckInStatus.Complete ? ScoreEntryOutcome.AlreadyComplete
        : turn.Now.Local().Date < wave.OpensOn ? ScoreEntryOutcome.NotYet
        : !CheckInModes.ByHand.Contains(entry.Mode) ? ScoreEntryOutcome.NoMode
        : entry.Answers.Count == 0 ? ScoreEntryOutcome.NothingGiven
        : entry.Answers.Any(answer => !IsAnswer(instrument, answer)) ? ScoreEntryOutcome.NotOnTheScale
        : ScoreEntryOutcome.Entered;

    private static bool IsAnswer(Instrument instrument, ItemAnswer answer) =>
        instrument.Items.FirstOrDefault(item => item.Key == answer.Item) is { } asked
        && (answer.Score is { } score ? asked.Takes(score) && answer.Missing is null : answer.Missing is "declined" or "unknown");

    private static void Keep(Turn turn, CheckIn wave, ScoreEntry entry)
    {
        foreach (var answer in entry.Answers)
        {
            turn.Insert(new CheckInScore
            {
                Id = turn.Session.NextId(),
                ServiceId = wave.ServiceId,
                CheckInId = wave.Id,
                Item = answer.Item,
                Score = answer.Score,
                Missing = answer.Missing,
                Mode = entry.Mode,
                EnteredBy = entry.By,
                RecordedAt = turn.Now,
            });
        }
    }

    // The talk ends without a word, and what it had still to ask is taken back.
    private static void AskNothingMore(Turn turn, long checkInId)
    {
        var id = checkInId.ToString(CultureInfo.InvariantCulture);
        foreach (var talk in turn.Open.Where(open => open.Dialog == CheckInDialog.Key && open.Slots[CheckInDesk.IdSlot] == id).ToList())
        {
            Talk.Drop(turn, talk, "entered");
        }
    }
}

/// <summary>What a link worker enters.</summary>
/// <param name="Mode">One of <see cref="CheckInModes.ByHand"/>.</param>
/// <param name="By">Who enters it.</param>
/// <param name="Answers">The items that were spoken of, each with a score or a reason.</param>
public sealed record ScoreEntry(string Mode, string By, IReadOnlyList<ItemAnswer> Answers);

/// <summary>What became of an entry.</summary>
public enum ScoreEntryOutcome
{
    Entered,
    NoSuchCheckIn,
    NothingGiven,

    /// <summary>A number outside the scale, a reason that is none, or an item the questionnaire does not have.</summary>
    NotOnTheScale,
    NoMode,
    AlreadyComplete,

    /// <summary>Its day has not come.</summary>
    NotYet,
}
