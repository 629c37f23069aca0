using Companion.Workflows.HandOffs;
using Companion.Workflows.People;
using Companion.Workflows.Sending;
using Companion.Workflows.Settings;
using Companion.Workflows.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Companion.Bot.Dev;

/// <summary>What the people on call got, by text, call and e-mail.</summary>
public sealed class OnCallPhones(IStore store, ServiceBook services, LinkSettings links)
{
    private const int Most = 200;

    /// <summary>Everybody on call of every service, each with what they got, the newest first.</summary>
    public async Task<IReadOnlyList<OnCallPhone>> Read(CancellationToken cancel)
    {
        await using var db = store.Read();
        var told = await (
            from row in db.Outbound
            where row.Class == SendClass.OnCall
            join handOff in db.HandOffs on row.HandOffId equals handOff.Id
            orderby row.Id descending
            select new OnCallTold(
                row.Id, row.ServiceId, row.Channel, row.To, row.Words, row.SentAt ?? row.CreatedAt, row.Status, row.Reason, handOff.Reference)
            {
                Waits = handOff.AcknowledgedAt == null && handOff.ClearedAt == null,
            }).Take(Most).ToListAsync(cancel);
        return services.All
            .SelectMany(service => service.WhoIsOnCall.Select(person => new OnCallPhone(
                service.Name, person.Name, person.Hours, told.Where(row => row.ServiceId == service.Key && IsFor(row, person)).ToList())))
            .ToList();
    }

    /// <summary>The words cut at a link of ours: before it, the link's own path on this host, and after it.</summary>
    public (string Before, string? Link, string After) Cut(string words)
    {
        var start = links.BaseUrl.TrimEnd('/') + "/l/";
        var at = words.IndexOf(start, StringComparison.Ordinal);
        if (at < 0)
        {
            return (words, null, "");
        }

        var end = words.AsSpan(at).IndexOfAny(' ', '\n') is >= 0 and var length ? at + length : words.Length;
        return (words[..at], words[(at + start.Length - "/l/".Length)..end], words[end..]);
    }

    private static bool IsFor(OnCallTold row, OnCallSettings person) => row.To == row.Channel switch
    {
        Channel.Sms => person.Text,
        Channel.Voice => person.Call,
        _ => person.Email,
    };
}

/// <summary>Somebody on call, with what they got.</summary>
public sealed record OnCallPhone(string Service, string Person, string Hours, IReadOnlyList<OnCallTold> Told);

/// <summary>One text, call or e-mail to somebody on call.</summary>
public sealed record OnCallTold(
    long Id, string ServiceId, Channel Channel, string To, string Words, Instant At, SendStatus Status, string? Reason, string Reference)
{
    /// <summary>True while nobody has acknowledged the hand-off.</summary>
    public bool Waits { get; init; }
}
