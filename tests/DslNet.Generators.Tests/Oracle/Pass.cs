namespace DslNet.Generators.Tests.Oracle;

/// <summary>One way of one sample through a network, and whether it came too near to a kink for its gradient to be certain.</summary>
internal sealed class Pass(double margin)
{
    public bool IsDoubtful { get; private set; }

    /// <summary>Says that what follows depends on the sign of a number.</summary>
    public void DependOnSign(double number, double error)
    {
        // A zero without error is a zero in floats as well.
        if (Math.Abs(number) <= error + margin && (number != 0 || error != 0 || margin != 0))
            IsDoubtful = true;
    }

    /// <summary>Says that what follows depends on which of two numbers is larger. Equal ones were computed alike: in drawn images no two windows are equal.</summary>
    public void DependOnOrder(double a, double errorOfA, double b, double errorOfB)
    {
        if (a != b && Math.Abs(a - b) <= errorOfA + errorOfB + margin)
            IsDoubtful = true;
    }
}
