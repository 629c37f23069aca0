using Companion.Workflows.Safety;
using Companion.Workflows.Storage;
using NodaTime;

namespace Companion.Workflows.StaffRooms;

/// <summary>Stores what became of an activity: done with an outcome, or to be tried again, and after some tries left to people.</summary>
public sealed class SettleActivity(IStore store, RaiseAlert alerts, IClock clock)
{
    /// <summary>After so many tries it is left to people.</summary>
    public const int MostTries = 6;

    /// <summary>The outcome of one that was left.</summary>
    public const string Failed = "Failed";

    /// <summary>It was worked on; its words are forgotten.</summary>
    /// <param name="activity">The activity.</param>
    /// <param name="outcome">What became of it, in a word.</param>
    /// <param name="serviceId">The service it concerned; empty for none.</param>
    /// <param name="cancel">Gives up waiting.</param>
    public Task Done(StaffActivity activity, string outcome, string serviceId, CancellationToken cancel)
    {
        var now = clock.GetCurrentInstant();
        return store.Write(
            session =>
            {
                (activity.DoneAt, activity.Outcome, activity.Body, activity.ServiceId, activity.ClaimedUntil) = (now, outcome, "", serviceId, null);
                session.Update(activity);
                return ValueTask.FromResult(true);
            },
            cancel);
    }

    /// <summary>It could not be worked on now.</summary>
    public async Task Later(StaffActivity activity, string kindOfTrouble, CancellationToken cancel)
    {
        if (activity.Attempts >= MostTries)
        {
            await Done(activity, Failed, activity.ServiceId, cancel);
            await alerts.Handle(
                "StaffActivityFailed",
                $"Something a member of staff did in Teams could not be worked on ({kindOfTrouble}, activity {activity.Id}). If they sent a reply, it did not go: ask them to use /console.",
                cancel);
            return;
        }

        var again = clock.GetCurrentInstant() + Duration.FromSeconds(1 << activity.Attempts);
        await store.Write(
            session =>
            {
                (activity.DueAt, activity.ClaimedUntil) = (again, null);
                session.Update(activity);
                return ValueTask.FromResult(true);
            },
            cancel);
    }
}
