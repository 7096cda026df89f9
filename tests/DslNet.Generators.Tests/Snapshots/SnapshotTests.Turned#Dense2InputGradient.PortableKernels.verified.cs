//HintName: Dense2InputGradient.PortableKernels.g.cs

public static void Dense2InputGradient(
	ref float dy, ref float w, ref float turnedDy, ref float turnedDx, ref float strip, ref float dx, ref float saved, int count) =>
	NeonKernels.Dense2InputGradient(ref dy, ref w, ref turnedDy, ref turnedDx, ref strip, ref dx, ref saved, count);
