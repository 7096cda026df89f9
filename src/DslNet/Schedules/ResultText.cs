using System.Globalization;

namespace DslNet;

/// <summary>What was counted and measured, in words that are the same in every culture.</summary>
internal static class ResultText
{
    /// <summary>A loss and, of a classifier, an accuracy.</summary>
    public static string Measured(double loss, double? accuracy) => string.Create(
        CultureInfo.InvariantCulture, $"loss {loss:G4}{(accuracy is null ? "" : $", accuracy {accuracy.Value.ToString("F4", CultureInfo.InvariantCulture)}")}");

    /// <summary>The same of a validation, if there was one, to follow after other figures.</summary>
    public static string Validated(double? loss, double? accuracy) => loss is null ? "" : ", validation " + Measured(loss.Value, accuracy);
}
