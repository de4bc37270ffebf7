console.log('sale');
