using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Companion.Bot.Pages;
using Companion.Workflows.Outcomes;
using Companion.Workflows.Settings;

namespace Companion.Bot.Outcomes;

/// <summary>Evidence as one JSON object. A number that is hidden is null.</summary>
public sealed class OutcomeJson(PageWords words, ServiceBook services)
{
    private static readonly JsonSerializerOptions Form = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, // it is read by people too, and never put into a page
        Converters = { new FigureForm(), new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    /// <summary>The object, indented.</summary>
    public string Of(string instrument, int smallest, IReadOnlyList<OutcomeReport> reports) => JsonSerializer.Serialize(
        new
        {
            instrument,
            smallestNumber = smallest,
            notes = words.Notes(smallest, mark: "null"),
            services = reports.Select(report => new
            {
                service = report.Scope.ServiceId,
                name = services.Of(report.Scope.ServiceId).Name,
                asOf = report.AsOf.ToString("uuuu-MM-dd", null),
                from = report.Scope.From?.ToString("uuuu-MM-dd", null),
                to = report.Scope.To?.ToString("uuuu-MM-dd", null),
                people = report.People,
                items = report.Items,
            }),
        },
        Form);

    private sealed class FigureForm : JsonConverter<Figure>
    {
        public override Figure Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            new(reader.TokenType == JsonTokenType.Null ? null : reader.GetInt32());

        public override void Write(Utf8JsonWriter writer, Figure value, JsonSerializerOptions options)
        {
            if (value.Value is { } shown)
            {
                writer.WriteNumberValue(shown);
            }
            else
            {
                writer.WriteNullValue();
            }
        }
    }
}
