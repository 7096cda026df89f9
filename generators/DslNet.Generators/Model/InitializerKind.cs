namespace DslNet.Generators.Model;

/// <summary>The library's Initializer, member for member.</summary>
internal enum InitializerKind
{
    Default,
    HeNormal,
    HeUniform,
    GlorotNormal,
    GlorotUniform,
    LeCunNormal,
    LeCunUniform,
    Zero,
    Constant,
}
