namespace DslNet;

/// <summary>A schedule of the user's own.</summary>
internal sealed class FunctionSchedule(Func<long, float> rate) : LearningRateSchedule
{
    public override float At(float learningRate, long step, double epoch) => rate(step);

    public override string ToString() => "a function of the steps";

    protected override float Rate(float learningRate, double time) => rate((long)time);
}
