using System.ComponentModel;

namespace DslNet.CompilerServices;

/// <summary>
/// What a caller passes for some samples, all lengths checked: a span of each port, which is empty where nothing is given. For generated code only:
/// each network has its own, and its programs take their memory from it.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface ISamples
{
    /// <summary>The number of samples.</summary>
    int Count { get; }

    /// <summary>Whether an input is in some memory.</summary>
    bool InputsOverlap(ReadOnlySpan<float> memory);

    /// <summary>Refuses memory of the network itself, whatever it is for.</summary>
    /// <exception cref="ArgumentException">The caller has passed some.</exception>
    void CheckForeign(ReadOnlySpan<float> own);

    /// <summary>Refuses memory of the network itself where a call writes.</summary>
    /// <exception cref="ArgumentException">The caller has passed some.</exception>
    void CheckForeignWhereWritten(ReadOnlySpan<float> own);
}
