using Companion.Workflows.Conversations;
using Companion.Workflows.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Companion.Workflows.Forgetting;

/// <summary>What came of forgetting.</summary>
public enum ForgetOutcome
{
    /// <summary>The words are gone.</summary>
    Forgotten,

    /// <summary>They were gone before.</summary>
    Already,

    /// <summary>The service has no such message.</summary>
    Unknown,
}

/// <summary>
/// A person asked for something they wrote to be forgotten: the words go from their message, and from everything about the same address that
/// repeats them. That there was a message, when, and what danger was heard in it stays, without the words.
/// </summary>
public sealed class ForgetMessage(IStore store, IClock clock)
{
    /// <summary>Forgets it.</summary>
    public async Task<ForgetOutcome> Handle(string serviceId, long messageId, string by, CancellationToken cancel)
    {
        await using var db = store.Read();
        var found = await db.Inbound.Where(one => one.Id == messageId && one.ServiceId == serviceId).Select(one => (long?)one.AddressId).SingleOrDefaultAsync(cancel);
        if (found is not { } addressId)
        {
            return ForgetOutcome.Unknown;
        }

        var outcome = await store.Turn(
            TurnRequest.About(serviceId, addressId, clock.GetCurrentInstant()),
            async turn =>
            {
                var message = (await turn.Session.Query<InboundMessage>("WHERE \"Id\" = @p0" + turn.Session.Lock, messageId)).Single();
                if (message.ForgottenAt is not null)
                {
                    return ForgetOutcome.Already;
                }

                var places = await Traces.Remove(turn, message);
                turn.Insert(new ForgottenMessage
                {
                    Id = turn.Session.NextId(),
                    ServiceId = serviceId,
                    AddressId = addressId,
                    MessageId = messageId,
                    At = turn.Now,
                    By = by,
                    Places = places,
                });
                return ForgetOutcome.Forgotten;
            },
            cancel);
        if (outcome == ForgetOutcome.Forgotten)
        {
            await store.Scrub(cancel);
        }

        return outcome;
    }
}
