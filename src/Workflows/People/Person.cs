using NodaTime;

namespace Companion.Workflows.People;

/// <summary>Somebody a service knows. Identifiers and words are kept in these few, named columns.</summary>
public sealed class Person
{
    public long Id { get; set; }

    public required string ServiceId { get; set; }

    public string? GivenName { get; set; }

    public string? FamilyName { get; set; }

    public LocalDate? BirthDate { get; set; }

    /// <summary>Ten digits, check digit valid.</summary>
    public string? NhsNumber { get; set; }

    public Instant CreatedAt { get; set; }

    /// <summary>Given and family name as far as known.</summary>
    public string Name => string.Join(' ', new[] { GivenName, FamilyName }.Where(part => !string.IsNullOrEmpty(part)));
}

/// <summary>That a person can be reached at an address.</summary>
public sealed class PersonAddress
{
    public long Id { get; set; }

    public required string ServiceId { get; set; }

    public long PersonId { get; set; }

    public long AddressId { get; set; }

    public Instant CreatedAt { get; set; }
}
