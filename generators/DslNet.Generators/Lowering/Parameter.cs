using DslNet.Generators.Model;
using DslNet.Generators.Text;

namespace DslNet.Generators.Lowering;

/// <summary>A learned tensor and its offset in the parameters. Layers refer to it; several may refer to one.</summary>
/// <param name="Name">Its name in files: <c>conv1.weight</c>.</param>
/// <param name="Spec">Its shape and start.</param>
/// <param name="Offset">Where it begins.</param>
internal sealed record Parameter(string Name, ParameterSpec Spec, int Offset);
