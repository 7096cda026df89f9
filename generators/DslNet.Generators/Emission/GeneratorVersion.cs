namespace DslNet.Generators.Emission;

/// <summary>The generator's version, as generated code names it.</summary>
internal static class GeneratorVersion
{
    public static string Text { get; } = typeof(GeneratorVersion).Assembly.GetName().Version.ToString(3);
}
