namespace DslNet.Torch.Tests;

/// <summary>
/// Runs a comparison with libtorch, and once more if it fails. TorchSharp 0.107 passes scalars to libtorch as handles of objects that nothing else
/// refers to: a collection during the call may free them under it, which ends in an internal assertion of libtorch or a wrong value. It is rare.
/// What DslNet does wrong is the same both times.
/// </summary>
internal static class SecondTry
{
    /// <summary>What went wrong both times; null if nothing did.</summary>
    public static string? Failure(Action comparison) => Message(comparison) is null ? null : Message(comparison);

    private static string? Message(Action comparison)
    {
        try
        {
            comparison();
            return null;
        }
        catch (Exception exception)
        {
            return exception.Message;
        }
    }
}
