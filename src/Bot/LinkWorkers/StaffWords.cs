using System.Globalization;
using Companion.Bot.Pages;
using Companion.Dialogs.Understanding;
using Companion.Workflows.People;
using NodaTime;

namespace Companion.Bot.LinkWorkers;

/// <summary>
/// What staff call the values that code and rows name, from Texts/en.json beside this file. The words are those within a sentence:
/// "could not be texted"; <see cref="Shown.Capital"/> makes them begin one.
/// </summary>
public static class StaffWords
{
    /// <summary>What a value is called.</summary>
    public static string Called<T>(this PageWords words, T value)
        where T : struct, Enum => words[$"called.{typeof(T).Name}.{value}"];

    /// <summary>What a value is called that a row keeps by its name: "CouldNotBeTexted" or "could_not_be_texted".</summary>
    public static string Called<T>(this PageWords words, string kept)
        where T : struct, Enum
    {
        var name = kept.Replace("_", "", StringComparison.Ordinal);
        var known = Enum.GetNames<T>().FirstOrDefault(known => known.Equals(name, StringComparison.OrdinalIgnoreCase));
        return known is null ? Shown.Words(kept) : words.Called(Enum.Parse<T>(known)); // unknown: a row of another release
    }

    /// <summary>What a name of a group is called that a row keeps and no type lists: the "Told" of "event".</summary>
    public static string Called(this PageWords words, string group, string kept) => words.Find($"called.{group}.{kept}") ?? Shown.Words(kept);

    /// <summary>What a person said, where it is yes, no or none; otherwise their own words.</summary>
    public static string? Said(this PageWords words, string? kept) => kept is null ? null : Shown.Capital(words.Find("called.said." + kept) ?? kept);

    /// <summary>The parts of a list kept in one column, each as it is called.</summary>
    public static IEnumerable<string> List<T>(this PageWords words, string kept)
        where T : struct, Enum => kept
            .Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(part => Shown.Capital(words.Called<T>(part)));

    /// <summary>An age in its two largest units: "12 minutes", "3 h 5 min", "2 days 4 h".</summary>
    public static string Age(this PageWords words, Duration age) => age switch
    {
        { TotalMinutes: < 1 } => words["age.moment"],
        { TotalMinutes: < 2 } => words["age.minute"],
        { TotalHours: < 1 } => words.With("age.minutes", ("minutes", Number((int)age.TotalMinutes))),
        { TotalDays: < 1 } => words.With("age.hours", ("hours", Number((int)age.TotalHours)), ("minutes", Number(age.Minutes))),
        { TotalDays: < 2 } => words.With("age.day", ("hours", Number(age.Hours))),
        _ => words.With("age.days", ("days", Number(age.Days)), ("hours", Number(age.Hours))),
    };

    /// <summary>An address as people read it. The token of a chat is not shown.</summary>
    public static string Address(this PageWords words, Channel channel, string value) => channel switch
    {
        Channel.WebChat => words.Called(channel),
        Channel.Email => value,
        _ => PhoneNumber.TryParse(value, out var number) ? number.Display : value,
    };

    /// <summary>A number without separators.</summary>
    public static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
