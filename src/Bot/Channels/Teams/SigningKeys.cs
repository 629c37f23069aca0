using System.Text.Json;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace Companion.Bot.Channels.Teams;

/// <summary>The published keys by which inbound tokens may be signed, kept and looked up anew as the library advises.</summary>
public sealed partial class SigningKeys
{
    private readonly IReadOnlyList<ConfigurationManager<OpenIdConnectConfiguration>> sources;
    private readonly ILogger<SigningKeys> log;

    /// <summary>The keys of every address in <c>Teams:OpenIdMetadata</c>.</summary>
    public SigningKeys(TeamsSettings settings, IHttpClientFactory clients, ILogger<SigningKeys> log)
    {
        this.log = log;
        sources = TeamsSettings.Listed(settings.OpenIdMetadata)
            .Select(address => new ConfigurationManager<OpenIdConnectConfiguration>(
                address,
                new OpenIdConnectConfigurationRetriever(),
                new HttpDocumentRetriever(clients.CreateClient(nameof(SigningKeys))) { RequireHttps = !new Uri(address).IsLoopback }))
            .ToList();
    }

    /// <summary>What a key vouches for: the channels named in its endorsements.</summary>
    public static IReadOnlySet<string> Endorsed(SecurityKey? key)
    {
        var endorsed = new HashSet<string>(StringComparer.Ordinal);
        if (key is JsonWebKey web && web.AdditionalData.TryGetValue("endorsements", out var named))
        {
            switch (named)
            {
                case JsonElement { ValueKind: JsonValueKind.Array } list:
                    endorsed.UnionWith(list.EnumerateArray().Where(one => one.ValueKind == JsonValueKind.String).Select(one => one.GetString()!));
                    break;
                case IEnumerable<object> list:
                    endorsed.UnionWith(list.Select(one => one.ToString()!));
                    break;
            }
        }

        return endorsed;
    }

    /// <summary>The keys as they are known; none of a source that cannot be reached.</summary>
    public async Task<IReadOnlyList<SecurityKey>> Known(CancellationToken cancel)
    {
        var keys = new List<SecurityKey>();
        foreach (var source in sources)
        {
            try
            {
                keys.AddRange((await source.GetConfigurationAsync(cancel)).JsonWebKeySet?.Keys ?? []);
            }
            catch (Exception trouble) when (trouble is InvalidOperationException or IOException or HttpRequestException)
            {
                LogUnreachable(Trouble.Of(trouble));
            }
        }

        return keys;
    }

    /// <summary>A token was signed by none of them: they are looked up anew, though not more often than the library allows.</summary>
    public void LookAgain()
    {
        foreach (var source in sources)
        {
            source.RequestRefresh();
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The keys of Teams:OpenIdMetadata cannot be read, so activities are refused: {Trouble}")]
    private partial void LogUnreachable(string trouble);
}
