using System.ComponentModel.DataAnnotations;

namespace Companion.Workflows.Summaries.Asking;

/// <summary>The language model that drafts notes where a service has turned it on, as <c>Model:*</c> configures it.</summary>
public sealed class ModelSettings
{
    /// <summary>Where an OpenAI-compatible endpoint is, up to and with its version: <c>https://api.example/v1</c>. Empty for none.</summary>
    public string Endpoint { get; set; } = "";

    /// <summary>Its key; by environment only.</summary>
    public string ApiKey { get; set; } = "";

    /// <summary>The model's name there.</summary>
    public string Name { get; set; } = "";

    /// <summary>True to read answers as they are written.</summary>
    public bool Stream { get; set; }

    /// <summary>What a million tokens read cost, in pence; 0 when no cost is to be shown.</summary>
    [Range(0, 1_000_000)]
    public decimal PencePerMillionTokensIn { get; set; }

    /// <summary>What a million tokens written cost, in pence; 0 when no cost is to be shown.</summary>
    [Range(0, 1_000_000)]
    public decimal PencePerMillionTokensOut { get; set; }

    /// <summary>True when a model can be asked.</summary>
    public bool IsComplete => Endpoint.Length > 0 && ApiKey.Length > 0 && Name.Length > 0;

    /// <summary>What an answer cost, in pence; null when no prices are configured.</summary>
    public decimal? Pence(int tokensIn, int tokensOut) => PencePerMillionTokensIn + PencePerMillionTokensOut == 0
        ? null
        : ((tokensIn * PencePerMillionTokensIn) + (tokensOut * PencePerMillionTokensOut)) / 1_000_000;

    /// <summary>What is wrong, one sentence each.</summary>
    public IEnumerable<string> Wrong()
    {
        if (Endpoint.Length == 0)
        {
            yield break;
        }

        if (!Uri.TryCreate(Endpoint, UriKind.Absolute, out var address) || (address.Scheme != Uri.UriSchemeHttps && !(address.Scheme == Uri.UriSchemeHttp && address.IsLoopback)))
        {
            yield return "Model:Endpoint: must be an https address such as https://api.example/v1, or an http address of this machine; the key goes there.";
        }
    }

    /// <summary>The keys that are missing before a model can be asked.</summary>
    public IEnumerable<string> Missing()
    {
        if (Endpoint.Length == 0)
        {
            yield return nameof(Endpoint);
        }

        if (ApiKey.Length == 0)
        {
            yield return nameof(ApiKey);
        }

        if (Name.Length == 0)
        {
            yield return nameof(Name);
        }
    }
}
