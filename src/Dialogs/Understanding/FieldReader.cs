using NodaTime;

namespace Companion.Dialogs.Understanding;

/// <summary>The readers of single facts about a person, by the name of the field.</summary>
public static class FieldReader
{
    /// <summary>The names that <see cref="Read"/> knows.</summary>
    public static IReadOnlyList<string> Fields { get; } = ["dob", "postcode", "mobile", "nhs_number"];

    /// <summary>
    /// The canonical form of the value in <paramref name="words"/>: "1954-03-12", "SW1A 1AA", "+447700900123", "9990000018"; nothing
    /// when it is not there or not plain.
    /// </summary>
    /// <param name="field">One of <see cref="Fields"/>.</param>
    /// <param name="words">What the person wrote.</param>
    /// <param name="today">The day by which a date of birth is judged to be possible.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such field.</exception>
    public static Reading<string>? Read(string field, string words, LocalDate today) => field switch
    {
        "dob" => As(DateOfBirthReader.Read(words, today), DateOfBirthReader.Format),
        "postcode" => As(PostcodeReader.Read(words), postcode => postcode.Value),
        "mobile" => As(MobileReader.Read(words), mobile => mobile.E164),
        "nhs_number" => As(NhsNumberReader.Read(words), number => number.Value),
        _ => throw new ArgumentOutOfRangeException(nameof(field), field, "the fields are " + string.Join(", ", Fields)),
    };

    private static Reading<string>? As<T>(Reading<T>? reading, Func<T, string> canonical) =>
        reading is { } read ? new Reading<string>(canonical(read.Value), read.Confidence, read.Words, read.Rule) : null;
}
