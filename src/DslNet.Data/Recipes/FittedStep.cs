using System.Text.Json.Serialization;

namespace DslNet.Data;

/// <summary>A step with what it has learned, which is written to files: names of kinds and properties are part of the format.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(FittedImpute), "impute")]
[JsonDerivedType(typeof(FittedClip), "clip")]
[JsonDerivedType(typeof(FittedDateParts), "dateParts")]
[JsonDerivedType(typeof(FittedScale), "scale")]
[JsonDerivedType(typeof(FittedCyclic), "cyclic")]
[JsonDerivedType(typeof(FittedOneHot), "oneHot")]
[JsonDerivedType(typeof(FittedEmbed), "embed")]
[JsonDerivedType(typeof(FittedTargetNumber), "targetNumber")]
[JsonDerivedType(typeof(FittedTargetClass), "targetClass")]
internal abstract record FittedStep
{
    /// <summary>The columns that it reads.</summary>
    [JsonIgnore]
    public abstract IEnumerable<string> Reads { get; }

    /// <summary>The columns that it makes, and that no table needs to have.</summary>
    [JsonIgnore]
    public virtual IEnumerable<string> Makes => [];

    /// <summary>What is wrong with the step, besides its columns, if it was read from a file that is damaged; null if nothing is.</summary>
    public abstract string? Problem();

    /// <summary>The table as the steps behind see it.</summary>
    public virtual Table Transform(Table table) => table;
}
