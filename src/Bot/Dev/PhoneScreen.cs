using Companion.Dialogs.Understanding;
using Companion.Workflows.Consent;
using Companion.Workflows.People;
using Companion.Workflows.Sending;
using Companion.Workflows.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Companion.Bot.Dev;

/// <summary>What a simulated phone shows: the texts it sent and everything that was written for it, the newest last.</summary>
public sealed class PhoneScreen(IStore store, OptOutSettings optOut)
{
    private const int Most = 60;

    /// <summary>The latest texts between a number and a service.</summary>
    public async Task<IReadOnlyList<PhoneText>> Read(string service, PhoneNumber number, CancellationToken cancel)
    {
        await using var db = store.Read();
        var sent = await db.Inbound
            .Where(message => message.ServiceId == service && message.Channel == Channel.Sms
                && db.Addresses.Any(address => address.Id == message.AddressId && address.Channel == Channel.Sms && address.Value == number.E164))
            .OrderByDescending(message => message.Id)
            .Take(Most)
            .Select(message => new PhoneText(message.Id, message.ReceivedAt, message.Words))
            .ToListAsync(cancel);
        var came = await db.Outbound
            .Where(row => row.ServiceId == service && row.Channel == Channel.Sms && row.To == number.E164)
            .OrderByDescending(row => row.Id)
            .Take(Most)
            .Select(row => new PhoneText(row.Id, row.SentAt ?? row.CreatedAt, row.Words)
            {
                Sending = new Sending(row.Class, row.Status, row.Segments, row.Reason, row.DueAt),
            })
            .ToListAsync(cancel);
        return sent.Select(text => text with { NetworkActed = optOut.ByProvider ? ProviderKeywords.ActedOn(text.Words) : null })
            .Concat(came)
            .OrderBy(text => text.At)
            .ThenBy(text => text.Id)
            .TakeLast(Most)
            .ToList();
    }

    /// <summary>The numbers that texted last, the latest first.</summary>
    public async Task<IReadOnlyList<string>> Known(int most, CancellationToken cancel)
    {
        await using var db = store.Read();
        var numbers = await db.Addresses
            .Where(address => address.Channel == Channel.Sms && address.LastHeardAt != null)
            .OrderByDescending(address => address.LastHeardAt)
            .Take(most)
            .Select(address => address.Value)
            .ToListAsync(cancel);
        return numbers.Distinct().ToList();
    }
}

/// <summary>One text on a simulated phone.</summary>
/// <param name="Id">The row.</param>
/// <param name="At">When, by Companion's clock.</param>
/// <param name="Words">The words.</param>
public sealed record PhoneText(long Id, Instant At, string Words)
{
    /// <summary>How it was sent; null for what the phone itself wrote.</summary>
    public Sending? Sending { get; init; }

    /// <summary>What the network did by itself about words the phone wrote.</summary>
    public ConsentAct? NetworkActed { get; init; }
}

/// <summary>How a text to a phone was sent.</summary>
public sealed record Sending(SendClass Class, SendStatus Status, int Segments, string? Reason, Instant DueAt)
{
    /// <summary>True when the words are on the phone, as far as anybody can tell.</summary>
    public bool Arrived => Status is SendStatus.Accepted or SendStatus.Sent or SendStatus.Delivered;

    /// <summary>True while it may still come.</summary>
    public bool IsOnItsWay => Status is SendStatus.Queued or SendStatus.Sending or SendStatus.Unknown;
}
