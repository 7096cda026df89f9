namespace DslNet.Generators.Tests.Oracle.Layers;

internal sealed class RMSNorm(float epsilon = 1.1920929e-7f, bool affine = true, bool perPosition = false)
    : Normalization(isCentred: false, epsilon, 1.1920929e-7f, affine, perPosition, hasBias: false)
{
    public override string Kind => "RMSNorm";
}
