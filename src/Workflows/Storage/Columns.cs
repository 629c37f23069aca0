using System.Text.Json;
using Companion.Dialogs.Talking;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using NodaTime;
using NodaTime.Text;

namespace Companion.Workflows.Storage;

/// <summary>An instant as ticks of 100 ns since 1970 on both databases: PostgreSQL's timestamps would cut to microseconds.</summary>
public sealed class InstantColumn() : ValueConverter<Instant, long>(
    instant => instant.ToUnixTimeTicks(),
    ticks => Instant.FromUnixTimeTicks(ticks));

/// <summary>A date as yyyy-MM-dd.</summary>
public sealed class LocalDateColumn() : ValueConverter<LocalDate, string>(
    date => LocalDatePattern.Iso.Format(date),
    text => LocalDatePattern.Iso.Parse(text).Value);

/// <summary>A time of day as hh:mm.</summary>
public sealed class LocalTimeColumn() : ValueConverter<LocalTime, string>(
    time => time.ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture),
    text => LocalTimePattern.CreateWithInvariantCulture("HH:mm").Parse(text).Value);

/// <summary>Slots as a JSON object of strings.</summary>
public sealed class SlotsColumn() : ValueConverter<Slots, string>(
    slots => JsonSerializer.Serialize(slots.Values, (JsonSerializerOptions?)null),
    text => Slots.From(JsonSerializer.Deserialize<Dictionary<string, string>>(text, (JsonSerializerOptions?)null)!));

/// <summary>Slots never change in place, so one is equal only to itself.</summary>
public sealed class SlotsComparer() : ValueComparer<Slots>((a, b) => ReferenceEquals(a, b), slots => slots.GetHashCode());
