using Companion.Workflows.People;
using Companion.Workflows.Sending;

namespace Companion.Bot.Chat;

/// <summary>The web chat: past the gate, words are on the page as soon as their row says so.</summary>
public sealed class ChatCarrier : ICarrier
{
    /// <inheritdoc/>
    public bool Carries(Channel channel) => channel is Channel.WebChat;

    /// <inheritdoc/>
    public Task<Delivery> Carry(OutboundMessage message, CancellationToken cancel) =>
        Task.FromResult<Delivery>(new Delivery.Taken("chat-" + message.Id, SendStatus.Delivered));

    /// <inheritdoc/>
    public Task<Delivery?> Ask(OutboundMessage message, IReadOnlySet<string> known, CancellationToken cancel) =>
        Task.FromResult<Delivery?>(new Delivery.Taken("chat-" + message.Id, SendStatus.Delivered));
}
