using DrawADigit;

Service.Create(args).Run();
