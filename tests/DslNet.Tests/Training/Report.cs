namespace DslNet.Tests.Training;

/// <summary>Progress that is told at once, on the same thread.</summary>
internal sealed class Report(Action<FitProgress> told) : IProgress<FitProgress>
{
    void IProgress<FitProgress>.Report(FitProgress value) => told(value);
}
