namespace Companion.Dialogs.Understanding;

/// <summary>Finds the one UK mobile number somebody gives; landlines beside it are passed over.</summary>
public static class MobileReader
{
    /// <summary>The mobile in <paramref name="words"/>, or nothing when there is none or several.</summary>
    public static Reading<PhoneNumber>? Read(string words)
    {
        var plain = Plain.Of(words);
        return Choice.Of(plain, [.. PhoneReader.Find(plain).Where(found => found.Value.IsUkMobile)]);
    }
}
