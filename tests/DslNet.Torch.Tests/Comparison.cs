namespace DslNet.Torch.Tests;

/// <summary>Runs a comparison with libtorch, so that what fails of many can be told together.</summary>
internal static class Comparison
{
    /// <summary>What went wrong; null if nothing did.</summary>
    public static string? Failure(Action comparison)
    {
        using HeldFinalizers held = new();
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
