using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Companion.Bot.Channels.Teams;

/// <summary>An activity of the Bot Framework protocol: the fields that are used here. Others are ignored, as the protocol asks.</summary>
public sealed record TeamsActivity
{
    /// <summary>The one channel of the protocol that staff are believed on: others let a client say who it is.</summary>
    public const string Teams = "msteams";

    /// <summary>The type of an activity that changes an earlier message.</summary>
    public const string Edit = "messageUpdate";

    public string Type { get; init; } = "";

    public string? Id { get; init; }

    /// <summary>When the platform says that it happened.</summary>
    public string? Timestamp { get; init; }

    public string? ChannelId { get; init; }

    public string? ServiceUrl { get; init; }

    public TeamsAccount? From { get; init; }

    public TeamsAccount? Recipient { get; init; }

    public TeamsConversation? Conversation { get; init; }

    public string? ReplyToId { get; init; }

    public string? Text { get; init; }

    public string? TextFormat { get; init; }

    /// <summary>What an invoke asks for.</summary>
    public string? Name { get; init; }

    /// <summary>What an installationUpdate did.</summary>
    public string? Action { get; init; }

    public JsonElement? Value { get; init; }

    public IReadOnlyList<TeamsEntity>? Entities { get; init; }

    public IReadOnlyList<TeamsAttachment>? Attachments { get; init; }

    public IReadOnlyList<TeamsAccount>? MembersAdded { get; init; }

    public IReadOnlyList<TeamsAccount>? MembersRemoved { get; init; }

    public TeamsChannelFields? ChannelData { get; init; }

    /// <summary>The tenant it comes from, as the channel says.</summary>
    [JsonIgnore]
    public string? TenantId => ChannelData?.Tenant?.Id ?? Conversation?.TenantId;

    /// <summary>True in a chat of one person with the bot.</summary>
    [JsonIgnore]
    public bool IsPersonal => Conversation is { IsGroup: not true, ConversationType: null or "personal" };

    /// <summary>The conversation without its thread, and the thread's first post, as channels name threads.</summary>
    [JsonIgnore]
    public (string Conversation, string? Root) Thread
    {
        get
        {
            const string Mark = ";messageid=";
            var whole = Conversation?.Id ?? "";
            var at = whole.IndexOf(Mark, StringComparison.OrdinalIgnoreCase);
            return at < 0 ? (whole, null) : (whole[..at], whole[(at + Mark.Length)..]);
        }
    }

    /// <summary>The bot's own mentions, as they stand in the words.</summary>
    [JsonIgnore]
    public IEnumerable<string> MentionsOfBot => (Entities ?? [])
        .Where(entity => entity is { Type: "mention", Mentioned.Id: { } who, Text: { Length: > 0 } } && who == Recipient?.Id)
        .Select(entity => entity.Text!);

    /// <summary>True when somebody else than the bot is spoken to as well.</summary>
    [JsonIgnore]
    public bool MentionsOthers => (Entities ?? []).Any(entity => entity is { Type: "mention", Mentioned.Id: { } who } && who != Recipient?.Id);

    /// <summary>The type as an activity is known by: a message that is edited again comes under the same id, with other words or at another time.</summary>
    [JsonIgnore]
    public string Kind => Type == Edit ? $"{Edit}:{Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes($"{Timestamp}|{Text}")).AsSpan(0, 8))}" : Type;

    /// <summary>What it is known by: a platform repeats what was answered late, under the same id.</summary>
    public static string KeyOf(string conversation, string id, string type) => $"{conversation}|{id}|{type}";
}

/// <summary>A user, a bot or a conversation's member.</summary>
public sealed record TeamsAccount(string? Id, string? Name, string? AadObjectId);

/// <summary>Where an activity belongs.</summary>
public sealed record TeamsConversation(string? Id, string? ConversationType, string? TenantId, bool? IsGroup);

/// <summary>Something marked up in the words of an activity.</summary>
public sealed record TeamsEntity(string? Type, TeamsAccount? Mentioned, string? Text);

/// <summary>Something that came along.</summary>
public sealed record TeamsAttachment(string? ContentType);

/// <summary>What Teams says beyond the protocol.</summary>
public sealed record TeamsChannelFields(TeamsThing? Tenant, TeamsThing? Team, TeamsThing? Channel, string? EventType);

/// <summary>Something with an id.</summary>
public sealed record TeamsThing(string? Id);
