using System.Text.Json.Nodes;
using NodaTime;
using NodaTime.Text;

namespace Companion.Workflows.Sharing.Fhir;

/// <summary>The shapes that several resources share.</summary>
internal static class FhirParts
{
    private const string Profiles = "https://fhir.hl7.org.uk/StructureDefinition/";

    /// <summary>A resource that says which UK Core profile it is written after.</summary>
    public static JsonObject Resource(string type) => new()
    {
        ["resourceType"] = type,
        ["meta"] = new JsonObject { ["profile"] = new JsonArray(Profiles + "UKCore-" + type) },
    };

    /// <summary>An extension of UK Core.</summary>
    public static JsonObject Extension(string name, string member, JsonNode value) =>
        new() { ["url"] = $"{Profiles}Extension-UKCore-{name}", [member] = value };

    /// <summary>A concept with one code.</summary>
    public static JsonObject Concept(string system, string code, string? text = null)
    {
        var concept = new JsonObject { ["coding"] = new JsonArray(new JsonObject { ["system"] = system, ["code"] = code }) };
        if (text is not null)
        {
            concept["text"] = text;
        }

        return concept;
    }

    /// <summary>A time as FHIR writes it.</summary>
    public static string At(Instant at) => InstantPattern.General.Format(Instant.FromUnixTimeSeconds(at.ToUnixTimeSeconds()));
}
