using Companion.Workflows.Storage;

namespace Companion.Workflows.People;

/// <summary>How an address comes to be known.</summary>
internal static class Addresses
{
    /// <summary>A number or chat seen for the first time. Until it writes, or is agreed, it is only claimed.</summary>
    public static Address New(long id, TurnRequest request) => new()
    {
        Id = id,
        ServiceId = request.ServiceId,
        Channel = request.Channel,
        LastChannel = request.Channel,
        Value = request.Value ?? throw new InvalidOperationException("A new address needs its number or token."),
        Textable = Textable.Claimed,
        CreatedAt = request.At,
    };

    /// <summary>A person can be reached at the turn's address from now on.</summary>
    public static void Link(Turn turn, long person) => turn.Insert(new PersonAddress
    {
        Id = turn.Session.NextId(),
        ServiceId = turn.Address.ServiceId,
        PersonId = person,
        AddressId = turn.Address.Id,
        CreatedAt = turn.Now,
    });
}
