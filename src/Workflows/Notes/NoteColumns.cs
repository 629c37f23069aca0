using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Companion.Workflows.Summaries;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using NodaTime;

namespace Companion.Workflows.Notes;

/// <summary>How what a note is made of is stored: as JSON, its letters as they are, so that words can be found where they stand.</summary>
internal static class NoteJson
{
    private static readonly JsonSerializerOptions Json = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
        Converters = { new JsonStringEnumConverter(), new Ticks(), new Milliseconds() },
    };

    public static string Write<T>(T value) => JsonSerializer.Serialize(value, Json);

    public static T Read<T>(string json) => JsonSerializer.Deserialize<T>(json, Json)!;

    private sealed class Ticks : JsonConverter<Instant>
    {
        public override Instant Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) => Instant.FromUnixTimeTicks(reader.GetInt64());

        public override void Write(Utf8JsonWriter writer, Instant value, JsonSerializerOptions options) => writer.WriteNumberValue(value.ToUnixTimeTicks());
    }

    private sealed class Milliseconds : JsonConverter<Duration>
    {
        public override Duration Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) => Duration.FromMilliseconds(reader.GetInt64());

        public override void Write(Utf8JsonWriter writer, Duration value, JsonSerializerOptions options) => writer.WriteNumberValue((long)value.TotalMilliseconds);
    }
}

/// <summary>A version's sentences as a JSON array.</summary>
public sealed class NoteLinesColumn() : ValueConverter<NoteLines, string>(
    lines => NoteJson.Write(lines.All),
    text => new NoteLines(NoteJson.Read<List<NoteLine>>(text)));

/// <summary>A note's sources as a JSON array.</summary>
public sealed class NoteSourcesColumn() : ValueConverter<NoteSources, string>(
    sources => NoteJson.Write(sources.All),
    text => new NoteSources(NoteJson.Read<List<NoteSource>>(text)));

/// <summary>Where a version comes from as a JSON object.</summary>
public sealed class OriginColumn() : ValueConverter<Origin, string>(
    origin => NoteJson.Write(origin),
    text => NoteJson.Read<Origin>(text));
